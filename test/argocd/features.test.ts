import { describe, expect, it } from "vitest";
import { hasFeature } from "../../generator/argocd/features.ts";

describe("hasFeature", () => {
  it.each([
    { version: { major: 2, minor: 14 }, known: false },
    { version: { major: 3, minor: 0 }, known: false },
    { version: { major: 3, minor: 1 }, known: true },
    { version: { major: 3, minor: 10 }, known: true },
    { version: { major: 4, minor: 0 }, known: true },
  ])("knows in Argo CD $version.major.$version.minor whether a policy can be switched off: $known", ({ version, known }) => {
    expect(hasFeature(version, "automatedEnabled")).toBe(known);
  });
});
