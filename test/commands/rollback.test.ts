import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { git } from "../support/git.ts";
import { readTree, replaceInFile, temporaryRepository, writeText } from "../support/repository.ts";
import { run, runIn } from "../support/run.ts";
import { generatedClone, type Proposing, proposingRepository } from "./proposal-repository.ts";

const DESCRIPTION = "overlays/prod/environment.yaml";

describe("rollback", () => {
  it("opens a pull request that gives the environment back what it was", async () => {
    const proposing = await proposingRepository();
    const before = readTree(proposing.root);
    await change(proposing, "replicas: 3", "replicas: 4");

    const { code, stdout } = await proposing.run("rollback", "--env", "prod", "--to", "HEAD~1");
    const [pull] = proposing.github.pullRequests();

    expect({ code, title: stdout.split("\n")[0] }).toEqual({ code: 0, title: pull?.title });
    expect(pull?.branch).toMatch(/^milvus-gitops--prod--rollback-[0-9a-f]{8}$/);
    expect(proposing.github.files(pull?.branch)).toEqual(before);
  });

  it("goes back to any commit, past later changes, and takes hand-written resources along", async () => {
    const root = await generatedClone();
    writeText(root, "overlays/prod/custom/kustomization.yaml", CUSTOM);
    await commitGenerated(root, "Add resources by hand");
    const before = readTree(root);
    const revision = (await git(root, "rev-parse", "HEAD")).trim();
    await git(root, "rm", "-r", "--quiet", "overlays/prod/custom");
    replaceInFile(root, DESCRIPTION, "replicas: 3", "replicas: 5");
    await commitGenerated(root, "Change everything");

    const { code } = await run(root, "rollback", "--env", "prod", "--to", revision, "--local");
    await git(root, "checkout", "--quiet", `milvus-gitops--prod--rollback-${revision.slice(0, 8)}`);

    expect(code).toBe(0);
    expect(readTree(root)).toEqual(before);
  });

  it("does nothing where the environment is as it was then", async () => {
    const root = await generatedClone();

    const { code, stdout } = await run(root, "rollback", "--env", "prod", "--to", "HEAD", "--dry-run");

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Nothing to do: main/) });
  });

  it("goes back before the newest change where no commit is named, and says what stays different because gitops.yaml has changed since", async () => {
    const root = await generatedClone();
    replaceInFile(root, DESCRIPTION, "replicas: 3", "replicas: 4");
    await commitGenerated(root, "Four query nodes");
    replaceInFile(root, "gitops.yaml", "repository:", "images: { mirrors: { quay.io: mirror.example.com } }\nrepository:");
    await commitGenerated(root, "Pull from a mirror");

    const { code, stdout } = await run(root, "rollback", "--env", "prod", "--dry-run");

    expect(code).toBe(0);
    expect(stdout).toContain("+ spec.replicas: 3\n");
    expect(stdout).toContain("because gitops.yaml or the generator has changed since");
  });
});

describe("rollback along merges", () => {
  it("goes back before the newest merge that changed the environment, and past those that did not", async () => {
    const root = await generatedClone();
    const before = readTree(root);
    await mergedChange(root, "replicas: 3", "replicas: 4");
    const merge = (await git(root, "rev-parse", "HEAD^")).trim();
    await git(root, "checkout", "--quiet", "-b", "unrelated");
    writeText(root, "NOTES.md", "Unrelated\n");
    await git(root, "add", "--all");
    await git(root, "commit", "--quiet", "--message", "Unrelated");
    await git(root, "checkout", "--quiet", "main");
    await git(root, "merge", "--quiet", "--no-ff", "--no-edit", "unrelated");

    const { code } = await run(root, "rollback", "--env", "prod", "--local");
    await git(root, "checkout", "--quiet", `milvus-gitops--prod--rollback-${merge.slice(0, 8)}`);

    expect(code).toBe(0);
    expect(readTree(root)).toEqual({ ...before, "NOTES.md": "Unrelated\n" });
  });
});

describe("rollback says what the clone lacks", () => {
  it("where it does not have the newest commit of GitHub", async () => {
    const { github, run } = await proposingRepository();
    const newest = github.addCommit("main", { "NOTES.md": "Merged meanwhile\n" }, "Notes");

    const { code, stderr } = await run("rollback", "--env", "prod");

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `This clone does not have ${newest.slice(0, 8)}, the newest commit of main on GitHub.\n  Run \`git fetch\`, and the same command again. (E_REF)\n`,
    });
  });

  it.each([
    ["a shallow clone", ["--depth", "1"]],
    ["a shallow clone that has a little of the history", ["--depth", "2"]],
  ])("where it is %s", async (_, depth) => {
    const origin = await generatedClone();
    replaceInFile(origin, DESCRIPTION, "replicas: 3", "replicas: 4");
    await commitGenerated(origin, "Four query nodes");
    await git(origin, "commit", "--quiet", "--allow-empty", "--message", "Nothing");
    const root = shallowClone(origin);
    await git(origin, "clone", "--quiet", ...depth, `file://${origin}`, root);

    const { code, stderr } = await run(root, "rollback", "--env", "prod", "--dry-run");

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^This clone is shallow and ends with [0-9a-f]{8}, so it does not have the state of prod before it\.\n {2}Run `git fetch --unshallow`, and the same command again\. \(E_REF\)\n$/,
      ),
    });
  });

  it("where a commit is named that only a whole clone has", async () => {
    const origin = await generatedClone();
    const first = (await git(origin, "rev-parse", "HEAD")).trim();
    await git(origin, "commit", "--quiet", "--allow-empty", "--message", "Nothing");
    const root = shallowClone(origin);
    await git(origin, "clone", "--quiet", "--depth", "1", `file://${origin}`, root);

    const { code, stderr } = await run(root, "rollback", "--env", "prod", "--to", first, "--dry-run");

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `There is no commit "${first}" in this clone, which is shallow.\n  \`git fetch --unshallow\` brings the rest of the history. (E_REF)\n`,
    });
  });

  it("where there is nothing before, because the environment came with its first commit", async () => {
    const root = await generatedClone();
    const first = (await git(root, "rev-parse", "HEAD")).trim();

    const { code, stderr } = await run(root, "rollback", "--env", "prod", "--dry-run");

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `There is no state of prod before the present one, which came with ${first.slice(0, 8)}.\n  Change it with \`npm run propose -- --env prod\`. (E_REF)\n`,
    });
  });
});

describe("rollback refuses", () => {
  it("to go back where data would be lost, with the reason and the runbook", async () => {
    const proposing = await proposingRepository();
    await change(proposing, "version: 2.6.18", "version: 2.6.20");

    const { code, stderr } = await proposing.run("rollback", "--env", "prod", "--to", "HEAD~1");

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("docs/runbooks/milvus-upgrade.md") });
    expect(proposing.github.writes()).toEqual([]);
  });

  it.each([
    ["an environment that is none", ["--env", "qa"], "E_OPTION"],
    ["a commit that is none", ["--env", "prod", "--to", "0123456789"], "E_REF"],
    ["where there is no state before", ["--env", "prod"], "E_REF"],
  ])("%s", async (_, args, code) => {
    const root = await generatedClone();

    const result = await run(root, "rollback", ...args, "--dry-run");

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`(${code})`) });
  });
});

const CUSTOM = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nlabels:\n  - pairs: { team: search }\n";

/** A change that a person made and merged, in the clone and on GitHub. */
async function change({ root, github }: Proposing, from: string, to: string): Promise<void> {
  replaceInFile(root, DESCRIPTION, from, to);
  await runIn({ cwd: root }, "generate");
  github.addCommit("main", readTree(root), "Change");
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", "Change");
}

/** A change on a branch of two commits, and its merge. */
async function mergedChange(root: string, from: string, to: string): Promise<void> {
  await git(root, "checkout", "--quiet", "-b", "change");
  replaceInFile(root, DESCRIPTION, from, to);
  await git(root, "commit", "--quiet", "--all", "--message", "Half of it");
  await commitGenerated(root, "The other half");
  await git(root, "checkout", "--quiet", "main");
  await git(root, "commit", "--quiet", "--allow-empty", "--message", "Meanwhile");
  await git(root, "merge", "--quiet", "--no-ff", "--no-edit", "change");
}

/** Where a clone can be made that is gone after the test. */
function shallowClone(origin: string): string {
  return `${temporaryRepository(new Map())}/${basename(origin)}`;
}

async function commitGenerated(root: string, message: string): Promise<void> {
  const { code, stderr } = await run(root, "generate");
  if (code !== 0) throw new Error(stderr);
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", message);
}
