import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, replaceInFile } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { DEV, generatedRepository } from "./repositories.ts";

const GOOD = "The committed tree is what would be generated, and every object is valid.\n";
const PATCH = "overlays/prod/milvus/querynode-deployment.patch.yaml";

describe("check", () => {
  it("is content with the tree that generate wrote", async () => {
    const { code, stdout } = await run(await generatedRepository(), "check");
    expect({ code, stdout }).toEqual({ code: 0, stdout: GOOD });
  });

  it("fails with the difference that generate would make, and writes nothing", async () => {
    const root = await generatedRepository();
    replaceInFile(root, "overlays/prod/environment.yaml", "replicas: 3", "replicas: 4");
    const before = readTree(root);
    const { code, stdout, stderr } = await run(root, "check");

    expect(code).toBe(3);
    expect(stdout).toBe((await run(root, "generate", "--diff")).stdout);
    expect(stdout).toContain(`--- a/${PATCH}\n+++ b/${PATCH}\n`);
    expect(stdout).toContain("\n-  replicas: 3\n+  replicas: 4\n");
    expect(stderr).toContain("3 generated files are not what would be generated; the difference is above.\n");
    expect(stderr).toMatch(/\(E_STALE\)\n$/);
    expect(readTree(root)).toEqual(before);
  });

  it("fails for an object that would not do what it says, though the tree is current", async () => {
    const milvus = { ...DEV.milvus, roles: { ...DEV.milvus?.roles, proxy: { env: { GREETING: "$(NOWHERE)" } } } };
    const { code, stdout, stderr } = await run(await generatedRepository({ dev: { ...DEV, milvus } }), "check");

    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("Deployment milvus-dev/milvus-proxy: ");
    expect(stderr).toContain("$(NOWHERE)");
    expect(stderr).toMatch(/, E_REF\)\n$/);
  });

  it("fails where a generated file was edited by hand or removed", async () => {
    const root = await generatedRepository();
    replaceInFile(root, PATCH, "replicas: 3", "replicas: 9");
    rmSync(join(root, "base/etcd/service.yaml"));
    const { code, stdout } = await run(root, "check");

    expect(code).toBe(3);
    expect(stdout).toContain("\n-  replicas: 9\n+  replicas: 3\n");
    expect(stdout).toContain("--- /dev/null\n+++ b/base/etcd/service.yaml\n");
  });

  it("fails where files of an environment that is gone were left behind", async () => {
    const root = await generatedRepository();
    rmSync(join(root, "overlays/dev/environment.yaml"));
    const { code, stdout } = await run(root, "check");

    expect(code).toBe(3);
    expect(stdout).toContain("--- a/overlays/dev/kustomization.yaml\n+++ /dev/null\n");
  });

  it("says the same as one JSON document", async () => {
    const root = await generatedRepository();
    replaceInFile(root, PATCH, "replicas: 3", "replicas: 9");
    const { code, stdout, stderr } = await run(root, "check", "--json");

    expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      changes: [{ path: PATCH, kind: "update" }],
      conflicts: [{ path: PATCH, reason: "edited" }],
      problems: [],
      good: false,
    });
  });
});
