import { onTestFinished } from "vitest";
import type { DoubleOptions, GitHubDouble } from "./double.ts";
import { openGitHubDouble } from "./open.ts";
import { expectNoViolations } from "./openapi/expect.ts";

/** A double for one test: it is closed, and held against GitHub's description, when the test is over. */
export async function aGitHub(options: DoubleOptions): Promise<GitHubDouble> {
  const github = await openGitHubDouble(options);
  onTestFinished(async () => {
    await github.close();
    expectNoViolations(github);
  });
  return github;
}
