import { describe, expect, it } from "vitest";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { descriptions, temporaryRepository } from "../support/repository.ts";
import { type Run, runIn } from "../support/run.ts";

const PROMOTION = "milvus-gitops--prod--promote";
/** In the order of the double. */
const NAMES = ["checks", "health", "rollback", "soak"].map((name) => `milvus-gitops/${name}`);

describe("queue", () => {
  it("passes the gates on the commit of the queue where a pull request is no promotion", async () => {
    const { github, group, queue } = await aQueue("change");

    const { code, stdout } = await queue();

    expect({ code, stdout: stdout.split("\n")[0] }).toEqual({ code: 0, stdout: "#1 in the merge queue:" });
    expect(github.statuses(group)).toEqual(
      NAMES.map((context) => ({ context, state: "success", description: "This pull request is no promotion." })),
    );
    github.forgetRequests();
    await queue();
    expect(github.writes()).toEqual([]);
  });

  it("carries over what stands on a promotion, and fails what is not passed, because nobody would come back to it", async () => {
    const { github, group, queue } = await aQueue(PROMOTION);
    const [checks = "", health = "", , soak = ""] = NAMES;
    github.addStatus(PROMOTION, health, "success", "dev is synced and healthy.");
    github.addStatus(PROMOTION, soak, "pending", "Until 2099-01-03T03:04Z.");
    github.addStatus(PROMOTION, checks, "failure", "Not passed on 1a2b3c4d: smoke.");

    const { code } = await queue();

    expect(code).toBe(0);
    expect(github.statuses(group).map(({ state, description }) => `${state}: ${description}`)).toEqual([
      "failure: Not passed on #1: Not passed on 1a2b3c4d: smoke.",
      "success: dev is synced and healthy.",
      "failure: Not passed on #1: nobody has told it yet.",
      "failure: Not passed on #1: Until 2099-01-03T03:04Z.",
    ]);
  });

  it("takes the gates of a promotion for another pull request of the same commit", async () => {
    const { github, group, queue } = await aQueue("change");
    github.addBranch(PROMOTION, github.branches().change);
    github.addPullRequest(PROMOTION, "prod: promote dev");

    await queue();

    expect(github.statuses(group).map(({ state }) => state)).toEqual(Array(4).fill("failure"));
  });

  it("refuses a branch that no queue has made", async () => {
    const { queue } = await aQueue("change");

    const { code, stderr } = await queue("refs/heads/main");

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("is no branch of a merge queue") });
  });
});

interface Queue {
  readonly github: GitHubDouble;
  /** The commit that the queue made. */
  readonly group: string;
  readonly queue: (ref?: string) => Promise<Run>;
}

async function aQueue(branch: string): Promise<Queue> {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "a.txt": "a" } });
  github.addCommit(branch, { "b.txt": "b" }, "Change");
  const number = github.addPullRequest(branch, "A change");
  const name = `gh-readonly-queue/main/pr-${number}-${github.branches().main}`;
  const group = github.addCommit(name, { "b.txt": "b" }, "Merge");
  const root = temporaryRepository(descriptions({}));
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, GITHUB_APP_ID: undefined };
  const queue = (ref = `refs/heads/${name}`) => runIn({ cwd: root, env }, "queue", "--merge-group", ref, "--head", group);
  return { github, group, queue };
}
