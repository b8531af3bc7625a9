import { expect } from "vitest";
import type { GitHubDouble } from "../double.ts";

/** Fails the test if a request or an answer broke GitHub's own description. */
export function expectNoViolations({ violations }: Pick<GitHubDouble, "violations">): void {
  expect(violations).toEqual([]);
}
