import { describe, expect, it, vi } from "vitest";
import { generatedClone, signedIn } from "../commands/proposal-repository.ts";
import { PROD } from "../commands/repositories.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { PLATFORM, readTree } from "../support/repository.ts";
import { inBatches, LIMIT_MILLISECONDS, sample } from "./batches.ts";
import { aMachine, type Ending, finish, launch, start } from "./machine.ts";

/** Of each proposal; `FAULTS=all` takes every call. */
const POINTS = 4;

vi.setConfig({ testTimeout: LIMIT_MILLISECONDS });

const machine = aMachine("propose");
const AROUND = { labels: ["milvus"], reviewers: ["@ada"], assignees: ["@grace"], autoMerge: "squash" };
const SIX = ["propose", "--env", "prod", "--set", "milvus.roles.queryNode.replicas=6"];

describe.each([
  { scenario: "opens a pull request", before: async () => {}, last: "POST issues/1/labels", atLeast: 10 },
  { scenario: "brings one to a moved base", before: openedOnAnOlderBase, last: "POST graphql updateRefs", atLeast: 6 },
])("a process that $scenario and is killed", ({ before, last, atLeast }) => {
  it("at any call leaves what the next one completes", async () => {
    const root = await generatedClone({ prod: PROD }, { ...PLATFORM, pullRequests: AROUND });
    const undisturbed = await aRepository(root, before);
    await propose(root, undisturbed);
    const calls = undisturbed.calls();
    expect(calls.length).toBeGreaterThanOrEqual(atLeast);
    expect(calls).toContain(last);

    await inBatches(sample(calls.length, POINTS), async (at) => {
      const github = await aRepository(root, before);
      const { code } = await killedAt(root, github, at);
      const next = await propose(root, github);

      const told = `killed at call ${at + 1}: ${calls[at]}`;
      expect({ told, code, next: next.code, stderr: next.stderr }).toEqual({ told, code: "SIGKILL", next: 0, stderr: "" });
      expect({ told, ...stateOf(github) }).toEqual({ told, ...stateOf(undisturbed) });
    });
  });
});

/** Auto-merge has to have something to wait for. */
async function aRepository(root: string, before: typeof openedOnAnOlderBase): Promise<GitHubDouble> {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: readTree(root), allowAutoMerge: true });
  github.protect("main", { approvals: 1 });
  await before(root, github);
  github.forgetRequests();
  return github;
}

async function openedOnAnOlderBase(root: string, github: GitHubDouble): Promise<void> {
  await propose(root, github);
  github.addCommit("main", { "NOTES.md": "New\n" }, "Unrelated");
}

function propose(root: string, github: GitHubDouble): Promise<Ending> {
  return start(machine, SIX, { cwd: root, env: signedIn(github) });
}

/** The call has come in and has its effect, and nobody is left for the answer. */
function killedAt(root: string, github: GitHubDouble, at: number): Promise<Ending> {
  const child = launch(machine, SIX, { cwd: root, env: signedIn(github) });
  const countDown = (left: number) =>
    github.meanwhile("*", () => {
      if (left === 0) child.kill("SIGKILL");
      else countDown(left - 1);
    });
  countDown(at);
  return finish(child);
}

/** All but the times, which commits have in their names. */
function stateOf(github: GitHubDouble) {
  const [pull] = github.pullRequests();
  const { main, ...others } = github.branches();
  const [commit] = github.commits(pull?.branch);
  return {
    pulls: github.pullRequests().map((one) => ({ ...one, body: one.body.replaceAll(/\b[0-9a-f]{8,40}\b/g, "*"), head: "*" })),
    isHead: pull?.head === commit?.sha,
    branches: Object.keys(others),
    isOnBase: commit?.parents.join() === main,
    tree: commit?.tree,
  };
}
