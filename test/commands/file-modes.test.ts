import { chmodSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { git } from "../support/git.ts";
import { readTree, writeText } from "../support/repository.ts";
import { run, runIn } from "../support/run.ts";
import { generatedClone, proposingRepository } from "./proposal-repository.ts";

const CUSTOM = "overlays/prod/custom";
const DESCRIPTION = "overlays/prod/environment.yaml";
const COMPONENT = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nlabels:\n  - pairs: { team: search }\n";
const PATCH = "overlays/prod/milvus/querynode-deployment.patch.yaml";
const SIX = ["propose", "--env", "prod", "--set", "milvus.roles.queryNode.replicas=6"] as const;
const SPECIAL = {
  [`${CUSTOM}/README.md`]: "120000",
  [`${CUSTOM}/again.sh`]: "100755",
  [`${CUSTOM}/hook.sh`]: "100755",
};

describe("executable files and links", () => {
  it("stay what they are in a branch of the clone", async () => {
    const root = await cloneWithSpecialFiles();
    chmodSync(join(root, DESCRIPTION), 0o755);
    chmodSync(join(root, PATCH), 0o755);
    await commit(root, "Executable for no reason");

    const { code } = await run(root, ...SIX, "--local");

    const branch = (await git(root, "branch", "--list", "milvus-gitops--*", "--format=%(refname:short)")).trim();
    expect(code).toBe(0);
    expect(await git(root, "diff", "--name-only", "main", branch)).toContain(PATCH);
    expect(await modesOf(root, branch)).toEqual({ ...SPECIAL, [DESCRIPTION]: "100755", [PATCH]: "100755" });
  });

  it("stay what they are in a pull request", async () => {
    const { github, run } = await proposingRepository();
    const executable = (path: string) => ({ mode: "100755", content: github.files()[path] ?? "" }) as const;
    github.addCommit("main", { [DESCRIPTION]: executable(DESCRIPTION), [PATCH]: executable(PATCH) }, "For no reason");

    await run(...SIX);

    expect(github.modes(github.pullRequests()[0]?.branch)).toEqual({ [DESCRIPTION]: "100755", [PATCH]: "100755" });
  });

  it("come back by a rollback in the clone, also those of which nothing else has changed", async () => {
    const root = await cloneWithSpecialFiles();
    const revision = (await git(root, "rev-parse", "HEAD")).trim();
    await makePlain(root);

    const { code } = await run(root, "rollback", "--env", "prod", "--to", revision, "--local");

    const branch = `milvus-gitops--prod--rollback-${revision.slice(0, 8)}`;
    expect(code).toBe(0);
    expect(await modesOf(root, branch)).toEqual(SPECIAL);
    expect(await git(root, "diff", "--stat", revision, branch)).toBe("");
  });

  it("come back by a rollback on GitHub", async () => {
    const { root, github } = await proposingRepository();
    await addSpecialFiles(root);
    await makePlain(root);
    github.addCommit("main", readTree(root), "Plain files");
    const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, GH_TOKEN: undefined, GITHUB_APP_ID: undefined };

    const { code } = await runIn({ cwd: root, env }, "rollback", "--env", "prod", "--to", "HEAD~1");

    const branch = github.pullRequests()[0]?.branch;
    expect(code).toBe(0);
    expect(github.modes(branch)).toEqual(SPECIAL);
    expect(github.files(branch)[`${CUSTOM}/README.md`]).toBe("../README.md");
  });

  it("are refused by a rollback where they are folders of another repository", async () => {
    const root = await cloneWithSpecialFiles();
    const commit = (await git(root, "rev-parse", "HEAD")).trim();
    await git(root, "update-index", "--add", "--cacheinfo", `160000,${commit},${CUSTOM}/module`);
    await git(root, "commit", "--quiet", "--message", "A submodule");
    await git(root, "rm", "--quiet", "--cached", `${CUSTOM}/module`);
    await git(root, "commit", "--quiet", "--message", "No submodule");

    const { code, stderr } = await run(root, "rollback", "--env", "prod", "--to", "HEAD~1", "--local");

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`${CUSTOM}/module is a link or a submodule`) });
  });
});

async function cloneWithSpecialFiles(): Promise<string> {
  const root = await generatedClone();
  await addSpecialFiles(root);
  return root;
}

async function addSpecialFiles(root: string): Promise<void> {
  writeText(root, `${CUSTOM}/kustomization.yaml`, COMPONENT);
  for (const name of ["again.sh", "hook.sh"]) {
    writeText(root, `${CUSTOM}/${name}`, "#!/bin/sh\n");
    chmodSync(join(root, CUSTOM, name), 0o755);
  }
  symlinkSync("../README.md", join(root, CUSTOM, "README.md"));
  await run(root, "generate");
  await commit(root, "Add scripts and a link");
}

/** One loses its mode alone, one its contents too, and the link becomes a file. */
async function makePlain(root: string): Promise<void> {
  for (const name of ["again.sh", "hook.sh"]) chmodSync(join(root, CUSTOM, name), 0o644);
  writeText(root, `${CUSTOM}/hook.sh`, "#!/bin/bash\n");
  rmSync(join(root, CUSTOM, "README.md"));
  writeText(root, `${CUSTOM}/README.md`, "Scripts\n");
  await commit(root, "Plain files");
}

async function commit(root: string, message: string): Promise<void> {
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", message);
}

async function modesOf(root: string, branch: string): Promise<Record<string, string>> {
  const lines = (await git(root, "ls-tree", "-r", "--format=%(objectmode) %(path)", branch)).trim().split("\n");
  const modes = lines.map((line) => line.split(" ").reverse() as [string, string]);
  return Object.fromEntries(modes.filter(([, mode]) => mode !== "100644"));
}
