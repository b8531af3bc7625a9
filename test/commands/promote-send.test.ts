import { describe, expect, it } from "vitest";
import { sendPromotions } from "../../generator/commands/promote-send.ts";
import { readBranch } from "../../generator/github/branch.ts";
import type { PullRequestDraft } from "../../generator/github/publish.ts";
import { aDraft, BRANCH, bytesOf, connect, REPOSITORY } from "../github/setting.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";

describe("a promotion that merges by itself", () => {
  it("no longer does once a gate is closed, also where an earlier run could not stop it", async () => {
    const double = await protectedGitHub();
    await promote(double, "passed");
    const armed = mergesBy(double);
    double.fault({ on: "POST graphql disablePullRequestAutoMerge", when: "before", answer: 502, times: 4 });
    const [first] = await promote(double, "failed");
    const still = mergesBy(double);

    const [second] = await promote(double, "failed");

    expect({ armed, still, outcome: first?.outcome }).toEqual({
      armed: "squash",
      still: "squash",
      outcome: expect.any(String),
    });
    expect({ outcome: second?.outcome, merges: mergesBy(double) }).toEqual({ outcome: "updated", merges: "off" });
  });

  it("is stopped before its branch moves to contents that may not merge yet", async () => {
    const double = await protectedGitHub();
    await promote(double, "passed");
    const old = double.branches()[BRANCH];
    const seen: (string | undefined)[] = [];
    double.meanwhile("POST graphql updateRefs", () => seen.push(mergesBy(double)));

    const [sent] = await promote(double, "waiting", { files: bytesOf({ "overlays/prod/environment.yaml": "a: 1\n" }) });

    expect({ outcome: sent?.outcome, seen, merges: mergesBy(double) }).toEqual({
      outcome: "updated",
      seen: ["off"],
      merges: "off",
    });
    expect(double.branches()[BRANCH]).not.toBe(old);
  });

  it("keeps its branch where it is while GitHub does not stop", async () => {
    const double = await protectedGitHub();
    await promote(double, "passed");
    const old = double.branches()[BRANCH];
    const refused = { status: 200, body: { errors: [{ message: "Not allowed" }] } };
    double.fault({ on: "POST graphql disablePullRequestAutoMerge", when: "before", answer: refused, times: 9 });

    const [sent] = await promote(double, "waiting", { files: bytesOf({ "overlays/prod/environment.yaml": "a: 1\n" }) });

    expect({ outcome: sent?.outcome, words: sent?.failure?.message, head: double.branches()[BRANCH] }).toEqual({
      outcome: "failed",
      words: "#1 may still merge by itself: Not allowed",
      head: old,
    });
  });

  it("never does with a person's commit", async () => {
    const double = await protectedGitHub();
    await promote(double, "waiting");
    double.addCommit(BRANCH, { "overlays/prod/custom/more.yaml": "a: 1\n" }, "By hand");

    const [sent] = await promote(double, "passed");

    expect({ outcome: sent?.outcome, merges: mergesBy(double) }).toEqual({ outcome: "left-alone", merges: "off" });
  });
});

async function protectedGitHub(): Promise<GitHubDouble> {
  const double = await aGitHub(REPOSITORY);
  double.protect("main", { approvals: 1 });
  return double;
}

async function promote(double: GitHubDouble, state: "passed" | "waiting" | "failed", changes: Partial<PullRequestDraft> = {}) {
  const github = await connect(double);
  const base = await readBranch(github, "main");
  const tree = {
    title: "main",
    commit: base.commit,
    entries: base.entries,
    read: async () => new Map(),
    rendered: () => undefined,
  };
  const promotion = {
    draft: aDraft({ stopsMerging: state !== "passed", ...changes }),
    gates: [{ name: "health", state, text: `It is ${state}.` }],
    autoMerge: "squash",
  } as const;
  return sendPromotions({ kind: "github", github, base, tree }, [promotion], { directory: "." }, { progress: () => {} });
}

function mergesBy(double: GitHubDouble): string | undefined {
  return double.pullRequests()[0]?.autoMerge;
}
