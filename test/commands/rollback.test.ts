import { describe, expect, it } from "vitest";
import { git } from "../support/git.ts";
import { readTree, replaceInFile, writeText } from "../support/repository.ts";
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

async function commitGenerated(root: string, message: string): Promise<void> {
  const { code, stderr } = await run(root, "generate");
  if (code !== 0) throw new Error(stderr);
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", message);
}
