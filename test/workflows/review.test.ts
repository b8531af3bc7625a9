import { beforeAll, describe, expect, it } from "vitest";
import { findKustomize } from "../../generator/system/kustomize-binary.ts";
import { DEV, generatedRepository, PROD } from "../commands/repositories.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { commitAll, git } from "../support/git.ts";
import { readTree, writeText } from "../support/repository.ts";
import { type Run, run, runIn } from "../support/run.ts";

const NEWER_DEV = { ...DEV, milvus: { version: "2.6.20" } };
const NEWER_PROD = { ...PROD, milvus: { version: "2.6.19", roles: { queryNode: { replicas: 3 } } } };
const LARGER_PROD = { ...PROD, milvus: { version: "2.6.19", roles: { queryNode: { replicas: 4 } } } };

beforeAll(async () => {
  await findKustomize(process.env);
}, 300_000);

/** Each run builds environments of two trees. */
describe("review", { timeout: 180_000 }, () => {
  it("says in one comment what merging would change, and changes it with the next push", async () => {
    const { root, github, number } = await pullRequest();
    const first = await review(root, github, number);

    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/From the base \([0-9a-f]{8}\) to this pull request \([0-9a-f]{8}\)\./);
    expect(first.stdout).toMatch(/^\| prod \| \*\*low\*\* \|/m);
    // The base went on meanwhile, which is not for this pull request to tell.
    expect(first.stdout).toContain("No object differs in dev.\n");
    expect(comments(github)).toEqual([`<!-- milvus-gitops review -->\n${first.stdout}`]);

    github.forgetRequests();
    expect(await review(root, github, number)).toEqual(first);
    expect(github.writes()).toEqual([]);

    await commit(root, { dev: NEWER_DEV, prod: LARGER_PROD });
    const second = await review(root, github, number);
    expect(second.stdout).not.toBe(first.stdout);
    expect(comments(github)).toEqual([`<!-- milvus-gitops review -->\n${second.stdout}`]);
  });

  it("is content with the summary in a pull request from a fork, whose token may not write", async () => {
    const { root, github, number } = await pullRequest({ fork: "stranger" });
    const fault = { when: "before", answer: 403 } as const;
    github.fault({ ...fault, on: "POST issues/*/comments" });
    github.fault({ ...fault, on: "POST statuses/*" });
    const { code, stdout, stderr } = await review(root, github, number, "--head", headOf(github));

    expect(code).toBe(0);
    expect(stdout).toContain("| prod | **low** |");
    expect(stderr).toMatch(/^The token may not write on the pull request, so this text is all\. GitHub answered POST .*\.\n$/);
    expect(comments(github)).toEqual([]);
  });

  it.each([
    { fork: undefined, answer: 403 as const, told: "with 403" },
    { fork: "stranger", answer: 404 as const, told: "with 404" },
    { fork: "stranger", answer: { status: 403, body: { message: "Repository was archived" } }, told: "archived" },
  ])("fails where a comment is refused for another reason, and passes the gates all the same: $told", async (refused) => {
    const { root, github, number } = await pullRequest({ fork: refused.fork });
    github.fault({ on: "POST issues/*/comments", when: "before", answer: refused.answer });
    const { code, stdout, stderr } = await review(root, github, number, "--head", headOf(github));

    expect({ code, told: stderr }).toEqual({ code: 4, told: expect.stringContaining(refused.told) });
    expect(stdout).toContain("| prod | **low** |");
    expect(statusesOf(github)).toHaveLength(4);
  });

  it("comments where the gates cannot be told, and fails", async () => {
    const { root, github, number } = await pullRequest();
    github.fault({ on: "POST statuses/*", when: "before", answer: 403 });
    const { code } = await review(root, github, number, "--head", headOf(github));

    expect({ code, comments: comments(github).length }).toEqual({ code: 4, comments: 1 });
  });

  it("passes the gates of promotions where this is none, once", async () => {
    const { root, github, number } = await pullRequest({ branch: "milvus-gitops--promote--propose-1a2b3c4d" });
    const names = ["checks", "health", "rollback", "soak"].map((name) => `milvus-gitops/${name}`);

    await review(root, github, number, "--head", headOf(github));
    expect(statusesOf(github)).toEqual(
      names.map((context) => ({ context, state: "success", description: "This pull request is no promotion." })),
    );
    github.forgetRequests();
    await review(root, github, number, "--head", headOf(github));
    expect(github.writes()).toEqual([]);
  });

  it("leaves the gates of a promotion alone, and those of a commit that a promotion ends with too", async () => {
    const { root, github, number } = await pullRequest({ branch: "milvus-gitops--prod--promote--2" });
    await review(root, github, number, "--head", headOf(github));
    github.addBranch("another", headOf(github));
    const another = github.addPullRequest("another", "The same by hand");
    const { code, stderr } = await review(root, github, another, "--head", headOf(github));

    expect(github.statuses(headOf(github))).toEqual([]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^Its newest commit, [0-9a-f]{8}, is that of the promotion #1 too, whose gates count\./),
    });
  });

  it.each([
    { title: "a fork's branch", more: { fork: "stranger" } },
    { title: "one into another branch", more: { base: "release" } },
  ])("takes no pull request for a promotion by the name of its branch alone: $title", async ({ more }) => {
    const { root, github, number } = await pullRequest({ branch: "milvus-gitops--prod--promote", ...more });
    await review(root, github, number, "--head", headOf(github));

    expect(statusesOf(github).map(({ state }) => state)).toEqual(Array(4).fill("success"));
  });

  it("has printed the text when it cannot sign in, and fails", async () => {
    const { root, github, number } = await pullRequest();
    const { code, stdout, stderr } = await review(root, { ...github, token: "expired" }, number);

    expect(code).toBe(4);
    expect(stdout).toContain("| prod | **low** |");
    expect(stderr).toContain("(E_GITHUB_TOKEN)\n");
  });

  it("gives a program one document", async () => {
    const { root, github, number } = await pullRequest();
    const { code, stdout, stderr } = await review(root, github, number, "--json");

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      pullRequest: number,
      comment: "created",
      text: expect.stringContaining("| prod | **low** |"),
    });
  });

  it.each(["0", "7; id"])("refuses %s for a number", async (number) => {
    const { code, stderr } = await run(process.cwd(), "review", `--pull-request=${number}`, "--from=HEAD", "--to=HEAD");

    expect(code).toBe(2);
    expect(stderr).toContain(`argument '${number}' is invalid. It is a whole number, as 7.\n`);
  });
});

interface Opened {
  readonly root: string;
  readonly github: GitHubDouble;
  readonly number: number;
}

interface Wanted {
  readonly branch?: string;
  readonly fork?: string | undefined;
  readonly base?: string;
}

/** A clone at the commit that merging would make, of a pull request whose base has gone on. */
async function pullRequest({ branch = "change", fork, base = "main" }: Wanted = {}): Promise<Opened> {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "gitops.yaml": "" } });
  github.addCommit(branch, { "note.txt": "a change" }, "A change");
  if (base !== "main") github.addBranch(base);
  const root = await generatedRepository();
  await commitAll(root);
  await git(root, "checkout", "--quiet", "-b", "change");
  await commit(root, { dev: DEV, prod: NEWER_PROD });
  await git(root, "checkout", "--quiet", "-b", "base", "HEAD~1");
  await commit(root, { dev: NEWER_DEV, prod: PROD });
  await git(root, "checkout", "--quiet", "--detach");
  await git(root, "merge", "--quiet", "--no-ff", "--message", "merge", "change");
  return { root, github, number: github.addPullRequest(branch, "A change", { base, ...(fork === undefined ? {} : { fork }) }) };
}

/** The trees differ in no file's name. */
async function commit(root: string, environments: Parameters<typeof generatedRepository>[0]): Promise<void> {
  for (const [path, text] of Object.entries(readTree(await generatedRepository(environments)))) writeText(root, path, text);
  await commitAll(root);
}

function review(root: string, github: Pick<GitHubDouble, "url" | "token">, number: number, ...more: string[]): Promise<Run> {
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, GITHUB_APP_ID: undefined };
  return runIn({ cwd: root, env }, "review", "--pull-request", String(number), "--from", "HEAD^1", "--to", "HEAD", ...more);
}

function headOf(github: GitHubDouble): string {
  return github.pullRequests()[0]?.head ?? "";
}

function statusesOf(github: GitHubDouble) {
  return [...github.statuses(headOf(github))].sort((a, b) => (a.context < b.context ? -1 : 1));
}

function comments(github: GitHubDouble): readonly string[] {
  return github.pullRequests().flatMap((pull) => pull.comments);
}
