import { describe, expect, it } from "vitest";
import { readBranch } from "../../generator/github/branch.ts";
import type { GitHubOptions } from "../../generator/github/client.ts";
import { type PublishResult, publishAll } from "../../generator/github/publish.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { aDraft, bytesOf, connect, REPOSITORY } from "./setting.ts";

const ONES = Array.from({ length: 120 }, (_, index) => draftFor(`env-${index}`));
const FEW = ONES.slice(0, 5);

function draftFor(name: string) {
  return aDraft({
    branch: `milvus-gitops--${name}--promote`,
    title: name,
    files: bytesOf({ [`overlays/${name}/environment.yaml`]: "a: 1\n" }),
  });
}

async function run(double: GitHubDouble, drafts = FEW, options: Partial<GitHubOptions> = {}) {
  const github = await connect(double, options);
  double.forgetRequests();
  const told: PublishResult[] = [];
  const results = await publishAll(github, await readBranch(github, "main"), drafts, (result) => told.push(result));
  expect(told).toEqual(results);
  return results.map((result) => ("failure" in result ? result.failure.code : result.published.outcome));
}

describe("many proposals", () => {
  it("cost one read each when they are there, and one list for all of them", async () => {
    const double = await aGitHub(REPOSITORY);
    expect(await run(double, ONES)).toEqual(ONES.map(() => "opened"));
    expect(double.pullRequests()).toHaveLength(120);

    expect(await run(double, ONES)).toEqual(ONES.map(() => "unchanged"));

    expect(double.writes()).toEqual([]);
    const [branch, tree, first, second, ...rest] = double.calls();
    expect([branch, tree?.slice(0, 13), first, second]).toEqual([
      "GET branches/main",
      "GET git/trees",
      "GET pulls",
      "GET pulls",
    ]);
    expect(rest).toEqual(ONES.map(({ branch }) => `GET git/commits/${double.branches()[branch]}`));
  });

  it("stand when one of them fails, and only that one is left for the next run", async () => {
    const double = await aGitHub(REPOSITORY);
    double.fault({ on: "POST pulls", nth: 2, when: "before", answer: 422 });

    expect(await run(double)).toEqual(["opened", "E_GITHUB", "opened", "opened", "opened"]);
    expect(await run(double)).toEqual(["unchanged", "opened", "unchanged", "unchanged", "unchanged"]);
    expect(double.pullRequests()).toHaveLength(5);
  });

  it("stop at a rate limit that lasts, and go on from there", async () => {
    const double = await aGitHub(REPOSITORY);
    const resetsAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1_800_000);
    const fault = double.fault({ on: "POST git/trees", nth: 3, times: 99, when: "before", answer: "primary-limit", resetsAt });

    expect(await run(double)).toEqual(["opened", "opened", "E_RATE_LIMIT", "E_RATE_LIMIT", "E_RATE_LIMIT"]);
    expect(fault.hits()).toBe(1);
    fault.remove();
    expect(await run(double)).toEqual(["unchanged", "unchanged", "opened", "opened", "opened"]);
  });

  it("stop when the token has expired on the way, and go on with a new one", async () => {
    const double = await aGitHub(REPOSITORY);
    const fault = double.fault({ on: "POST pulls", nth: 2, times: 99, when: "before", answer: 401 });

    expect(await run(double)).toEqual(["opened", "E_GITHUB_TOKEN", "E_GITHUB_TOKEN", "E_GITHUB_TOKEN", "E_GITHUB_TOKEN"]);
    expect(fault.hits()).toBe(1);
    fault.remove();
    expect(await run(double)).toEqual(["unchanged", "opened", "opened", "opened", "opened"]);
    expect(double.pullRequests()).toHaveLength(5);
  });

  it("stop when GitHub is away three times in succession", async () => {
    const double = await aGitHub(REPOSITORY);
    const fault = double.fault({ on: "POST pulls", nth: 2, times: 99, when: "before", answer: 502 });

    expect(await run(double)).toEqual(["opened", "E_GITHUB", "E_GITHUB", "E_GITHUB", "E_GITHUB"]);
    expect(fault.hits()).toBe(3 * 4);
  });

  it("find a pull request that follows a closed one in the list", async () => {
    const double = await aGitHub(REPOSITORY);
    await run(double);
    double.closePullRequest(1);
    expect(await run(double)).toEqual(["opened", "unchanged", "unchanged", "unchanged", "unchanged"]);

    expect(await run(double)).toEqual(FEW.map(() => "unchanged"));
    expect(double.writes()).toEqual([]);
  });

  it("need no list where there is nothing to propose", async () => {
    const double = await aGitHub(REPOSITORY);
    const same = FEW.map((draft) => ({ ...draft, files: bytesOf({ "gitops.yaml": "kind: Platform\n" }) }));

    expect(await run(double, same)).toEqual(FEW.map(() => "unchanged"));
    expect(double.calls()).toHaveLength(2);
  });
});
