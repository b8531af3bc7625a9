import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GitHubDouble } from "../github-double/index.ts";
import { commitAll, git } from "../support/git.ts";
import { readTree, replaceInFile, temporaryRepository } from "../support/repository.ts";
import { run, runIn } from "../support/run.ts";
import { generatedClone, proposingRepository, SIGNED_OUT } from "./proposal-repository.ts";
import { DEV, PROD } from "./repositories.ts";

const SIX = ["propose", "--env", "prod", "--set", "milvus.roles.queryNode.replicas=6"] as const;
const BRANCH = /^milvus-gitops--prod--propose-[0-9a-f]{8}$/;

describe("propose", () => {
  it("opens a pull request of the edited description and all that is generated from it", async () => {
    const { root, github, run } = await proposingRepository();

    const { code, stdout } = await run(...SIX);

    const [pull] = github.pullRequests();
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `prod: milvus.roles.queryNode.replicas 3 to 6\n  opened https://github.com/acme/gitops/pull/${pull?.number}\n`,
    });
    expect(pull?.branch).toMatch(BRANCH);
    expect(github.files(pull?.branch)).toEqual(await generatedAfter(root, "replicas: 3", "replicas: 6"));
    expect(pull?.body).toContain("npm run propose -- --env prod --set milvus.roles.queryNode.replicas=6");
  });

  it("needs eight calls at most, and a second run only reads", async () => {
    const { github, run } = await proposingRepository({ dev: DEV, prod: PROD }, withLabels());

    await run(...SIX);
    const first = github.calls();
    github.forgetRequests();
    const second = await run(...SIX);

    expect(first.length).toBeLessThanOrEqual(8);
    expect(second.stdout).toContain("unchanged: ");
    expect(github.writes()).toEqual([]);
    expect(github.pullRequests()).toHaveLength(1);
  });

  it("starts from the branch on GitHub, whatever the clone has", async () => {
    const { root, github, run } = await proposingRepository();
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 3", "replicas: 4");
    await runIn({ cwd: root }, "generate");
    github.addCommit("main", readTree(root), "Four query nodes");
    await git(root, "checkout", "--quiet", "--", ".");

    const { code, stdout } = await run(...SIX);

    expect({ code, title: stdout.split("\n")[0] }).toEqual({ code: 0, title: "prod: milvus.roles.queryNode.replicas 4 to 6" });
  });

  it("makes one pull request for each environment, and after a failure only the one that is missing", async () => {
    const { github, run } = await proposingRepository();
    github.fault({ on: "POST pulls", nth: 2, when: "before", answer: 403 });
    const both = ["propose", "--env", "dev", "--env", "prod", "--set", "imagePullPolicy=Always"];

    const first = await run(...both);
    const opened = github.pullRequests().map(({ title }) => title);
    const second = await run(...both);

    expect({ code: first.code, opened }).toEqual({ code: 5, opened: [expect.stringMatching(/^dev: imagePullPolicy/)] });
    expect(second.code).toBe(0);
    expect(github.pullRequests().map(({ title }) => title.split(":")[0])).toEqual(["dev", "prod"]);
  });

  it("makes the second of two that change CODEOWNERS anew once the first is merged, with the same command", async () => {
    const { github, run } = await proposingRepository();
    const owners = ["propose", "--env", "dev", "--env", "prod", "--set", "owners=['@acme/search']"];
    await run(...owners);
    const before = github.pullRequests().map(({ branch }) => github.files(branch)[".github/CODEOWNERS"]);
    github.mergePullRequest(1);
    const conflict = await mergeabilityOf(github, 2);

    const { code, stdout } = await run(...owners);

    expect(before.map((text) => text?.match(/^\/overlays\/\w+/gm))).toEqual([["/overlays/dev"], ["/overlays/prod"]]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^prod: owners .*\n {2}updated \S+\/2\n$/) });
    expect([conflict, await mergeabilityOf(github, 2)]).toEqual([false, true]);
    github.mergePullRequest(2);
    expect(github.files()[".github/CODEOWNERS"]?.match(/^\/overlays\/\w+/gm)).toEqual(["/overlays/dev", "/overlays/prod"]);
  });

  it("does nothing where the branch says so already", async () => {
    const { github, run } = await proposingRepository();

    const { code, stdout } = await run("propose", "--env", "prod", "--set", "milvus.roles.queryNode.replicas=3");

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Nothing to do: main \([0-9a-f]{8}\) says so already\.\n$/),
    });
    expect(github.writes()).toEqual([]);
  });

  it("sends nothing in a dry run and prints what it would send", async () => {
    const { github, run } = await proposingRepository();

    const { code, stdout } = await run(...SIX, "--dry-run");

    expect(code).toBe(0);
    expect(stdout).toContain("Title:     prod: milvus.roles.queryNode.replicas 3 to 6\n");
    expect(stdout).toContain("overlays/prod/milvus/querynode-deployment.patch.yaml\n");
    expect(github.writes()).toEqual([]);
  });

  it("edits gitops.yaml in one pull request that reaches every environment", async () => {
    const { github, run } = await proposingRepository();

    const { code } = await run("propose", "--platform", "--set", "argocd.namespace=argo-cd");

    const [pull] = github.pullRequests();
    expect(code).toBe(0);
    expect(pull?.branch).toMatch(/^milvus-gitops--platform--propose-/);
    expect(github.files(pull?.branch)["apps/prod/application.yaml"]).toContain("namespace: argo-cd");
    expect(github.files(pull?.branch)["apps/dev/application.yaml"]).toContain("namespace: argo-cd");
  });
});

describe("propose refuses, and writes nothing,", () => {
  it.each([
    ["a change that would lose data", ["--env", "prod", "--set", "etcd.replicas=5"], 2, "E_IMMUTABLE"],
    ["a value that breaks a rule", ["--env", "prod", "--set", "etcd.replicas=4"], 2, "E_QUORUM"],
    ["a field that is none", ["--env", "prod", "--set", "milvus.verson=2.6.20"], 2, "E_OPTION"],
    ["an environment that is none", ["--env", "production", "--set", "milvus.version=2.6.20"], 2, "E_OPTION"],
    ["no place", ["--set", "milvus.version=2.6.20"], 2, "E_OPTION"],
    ["no change", ["--env", "prod"], 2, "E_OPTION"],
    ["a patch that is not there", ["--env", "prod", "--patch", "none.yaml"], 2, "E_READ"],
  ])("%s", async (_, args, code, text) => {
    const { github, run } = await proposingRepository();

    const result = await run("propose", ...args);

    expect({ code: result.code, stdout: result.stdout, text: result.stderr }).toEqual({
      code,
      stdout: "",
      text: expect.stringContaining(`(${text})`),
    });
    expect(github.writes()).toEqual([]);
  });

  it("a branch that is not what the generator makes", async () => {
    const { github, run } = await proposingRepository();
    github.addCommit("main", { "overlays/prod/kustomization.yaml": "edited\n" }, "Edit by hand");

    const { code, stderr } = await run(...SIX);

    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining("overlays/prod/kustomization.yaml") });
    expect(github.writes()).toEqual([]);
  });

  it("to send without credentials, and says what to give it", async () => {
    const root = await generatedClone();

    const { code, stderr } = await runIn({ cwd: root, env: SIGNED_OUT }, ...SIX);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("GITHUB_TOKEN=$(gh auth token)") });
  });
});

describe("propose --local", () => {
  it("makes a branch of one commit, and touches neither what is checked out nor the index", async () => {
    const root = await generatedClone();
    const wanted = await generatedAfter(root, "replicas: 3", "replicas: 6");

    const { code, stdout } = await run(root, ...SIX, "--local");

    const branch = (await git(root, "branch", "--list", "milvus-gitops--*", "--format=%(refname:short)")).trim();
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `prod: milvus.roles.queryNode.replicas 3 to 6\n  committed to the local branch ${branch}\n`,
    });
    expect(await git(root, "status", "--porcelain")).toBe("");
    expect(await git(root, "log", "--format=%an", `main..${branch}`)).toBe("Ann\n");
    await git(root, "checkout", "--quiet", branch);
    expect(readTree(root)).toEqual(wanted);
  });

  it("never makes anew what a person has amended", async () => {
    const root = await generatedClone();
    await run(root, ...SIX, "--local");
    const branch = (await git(root, "branch", "--list", "milvus-gitops--*", "--format=%(refname:short)")).trim();
    await git(root, "checkout", "--quiet", branch);
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 6", "replicas: 7");
    await git(root, "commit", "--quiet", "--all", "--amend", "--no-edit");
    const amended = await git(root, "rev-parse", branch);
    await git(root, "checkout", "--quiet", "main");

    const { code } = await run(root, ...SIX, "--local");

    expect(code).toBe(3);
    expect(await git(root, "rev-parse", branch)).toBe(amended);
  });

  it("refuses a folder of a repository that is not its top", async () => {
    const root = await generatedClone();
    const top = temporaryRepository(new Map(Object.entries(readTree(root)).map(([path, text]) => [`sub/${path}`, text])));
    await commitAll(top);

    const { code, stderr } = await run(join(top, "sub"), ...SIX, "--local");

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("the folder sub/ of a repository") });
  });

  it.each([
    ["a committer", { EMAIL: undefined, GIT_AUTHOR_NAME: "Ann", GIT_AUTHOR_EMAIL: "ann@example.com" }],
    ["an author", { EMAIL: undefined, GIT_COMMITTER_NAME: "Ann", GIT_COMMITTER_EMAIL: "ann@example.com" }],
  ])("says how to name %s that Git does not know, and leaves nothing behind", async (_, names) => {
    const root = await generatedClone();
    await git(root, "config", "--unset", "user.name");
    await git(root, "config", "--unset", "user.email");
    await git(root, "config", "user.useConfigOnly", "true");
    const before = await everything(root);
    const env = { ...SIGNED_OUT, ...NOBODY, ...names };

    const both = ["propose", "--env", "dev", "--env", "prod", "--set", "imagePullPolicy=Always"];
    const { code, stdout, stderr } = await runIn({ cwd: root, env }, ...both, "--local");

    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'Git does not know whose commit this would be.\n  Run `git config user.name "Your Name"` and `git config user.email you@example.com`, and the same command again. (E_GIT)\n',
    });
    expect(await everything(root)).toBe(before);
  });

  it("makes the same branch once, and never over a person's commit", async () => {
    const root = await generatedClone();
    await run(root, ...SIX, "--local");
    const branch = (await git(root, "branch", "--list", "milvus-gitops--*", "--format=%(refname:short)")).trim();
    const second = await run(root, ...SIX, "--local");
    await git(root, "checkout", "--quiet", branch);
    await git(root, "commit", "--quiet", "--allow-empty", "--message", "By hand");
    await git(root, "checkout", "--quiet", "main");
    await git(root, "commit", "--quiet", "--allow-empty", "--message", "Move on");
    const third = await run(root, ...SIX, "--local");

    expect(second.stdout).toContain(`unchanged: ${branch}`);
    expect({ code: third.code, stderr: third.stderr }).toEqual({ code: 3, stderr: expect.stringContaining('"By hand"') });
    expect(await git(root, "log", "-1", "--format=%s", branch)).toBe("By hand\n");
  });
});

/** Whatever the configuration of the machine says. */
const NOBODY = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

/** References and objects. */
async function everything(root: string): Promise<string> {
  return `${await git(root, "for-each-ref")}${await git(root, "count-objects", "-v")}`;
}

/** The tree that a person gets who edits by hand and generates. */
async function generatedAfter(root: string, from: string, to: string): Promise<Record<string, string>> {
  const path = "overlays/prod/environment.yaml";
  const before = readFileSync(join(root, path), "utf8");
  replaceInFile(root, path, from, to);
  await run(root, "generate");
  const after = readTree(root);
  await git(root, "checkout", "--quiet", "--", ".");
  writeFileSync(join(root, path), before);
  return after;
}

function withLabels() {
  return {
    apiVersion: "gitops.milvus.dev/v1alpha1",
    kind: "Platform",
    repository: { url: "https://github.com/acme/gitops.git", branch: "main" },
    argocd: { namespace: "argocd", version: "3.5" },
    pullRequests: { labels: ["milvus"] },
  };
}

async function mergeabilityOf({ url, token }: GitHubDouble, number: number): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}`, "user-agent": "test" };
  const response = await fetch(`${url}/repos/acme/gitops/pulls/${number}`, { headers });
  return ((await response.json()) as { readonly mergeable: boolean }).mergeable;
}
