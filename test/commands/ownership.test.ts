import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { JsonMap } from "../../generator/kustomize/json.ts";
import { findKustomize } from "../../generator/system/kustomize-binary.ts";
import { renderKustomization } from "../../generator/system/render-kustomization.ts";
import { parseObjects } from "../support/canonical.ts";
import { readTree, replaceInFile, writeText } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { DEV, freshRepository, generatedRepository, PROD } from "./repositories.ts";

const EDITED = "overlays/prod/milvus/querynode-deployment.patch.yaml";

describe("what generate removes", () => {
  it("is every generated file of an environment that is gone, and the folders with them", async () => {
    const root = await generatedRepository();
    rmSync(join(root, "overlays/dev/environment.yaml"));
    const { code } = await run(root, "generate");

    expect(code).toBe(0);
    expect([existsSync(join(root, "overlays/dev")), existsSync(join(root, "apps/dev"))]).toEqual([false, false]);
    expect(readTree(root)).toEqual(readTree(await generatedRepository({ prod: PROD })));
  });

  it("is every generated file that an environment does not need any more", async () => {
    const root = await generatedRepository();
    const external = {
      ...PROD,
      etcd: { mode: "external" as const, endpoints: ["etcd.example.com:2379"] },
      acknowledge: [{ change: "etcd.mode", from: "internal", to: "external", reason: "The metadata was moved." }],
    };
    writeText(
      root,
      "overlays/prod/environment.yaml",
      readTree(freshRepository({ prod: external }))["overlays/prod/environment.yaml"] ?? "",
    );
    await run(root, "generate");

    expect(existsSync(join(root, "overlays/prod/etcd"))).toBe(false);
    expect(readTree(root)).toEqual(readTree(await generatedRepository({ dev: DEV, prod: external })));
  });

  it("is nothing that a person wrote, wherever it stands", async () => {
    const root = await generatedRepository();
    const own = {
      "overlays/dev/notes.md": "mine\n",
      "overlays/dev/etcd/extra.yaml": "mine\n",
      "overlays/dev/custom/data.txt": "mine\n",
      "apps/dev/extra.yaml": "mine\n",
      "apps/own.yaml": "mine\n",
      "base/own.yaml": "mine\n",
    };
    for (const [path, text] of Object.entries(own)) writeText(root, path, text);
    await run(root, "generate");
    rmSync(join(root, "overlays/dev/environment.yaml"));
    await run(root, "generate");

    expect(readTree(root)).toEqual({ ...readTree(await generatedRepository({ prod: PROD })), ...own });
  });
});

describe("custom/", () => {
  it("comes last in the overlay: its resources are added and its patches reach what is generated", async () => {
    const root = await generatedRepository();
    const files = {
      "overlays/dev/custom/kustomization.yaml": [
        "apiVersion: kustomize.config.k8s.io/v1alpha1",
        "kind: Component",
        "resources: [quota.yaml]",
        "patches: [{ path: proxy.patch.yaml }]",
      ].join("\n"),
      "overlays/dev/custom/quota.yaml":
        "apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: quota }\nspec: { hard: { pods: 40 } }\n",
      "overlays/dev/custom/proxy.patch.yaml":
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: milvus-proxy }\nspec: { minReadySeconds: 7 }\n",
    };
    for (const [path, text] of Object.entries(files)) writeText(root, path, text);
    const { code } = await run(root, "generate");

    expect(code).toBe(0);
    expect(readTree(root)).toMatchObject(files);
    expect(parse(readTree(root)["overlays/dev/kustomization.yaml"] ?? "")).toMatchObject({ components: ["custom"] });
    const objects = await rendered(root, "dev");
    expect(find(objects, "ResourceQuota", "quota")).toMatchObject({
      metadata: { namespace: "milvus-dev", labels: { environment: "dev" } },
    });
    expect(find(objects, "Deployment", "milvus-proxy")).toMatchObject({ spec: { minReadySeconds: 7 } });
  });
});

describe("a generated file that was edited by hand", () => {
  it("is refused with the difference that the person made, and nothing is written", async () => {
    const root = await editedRepository();
    const before = readTree(root);
    const { code, stdout, stderr } = await run(root, "generate");

    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(`${EDITED} was edited by hand since it was generated.\n`);
    expect(stderr).toContain("\n-  replicas: 3\n+  replicas: 9\n");
    expect(stderr).toContain("Nothing was written.\n");
    expect(stderr).toContain("(E_CONFLICT)\n");
    expect(readTree(root)).toEqual(before);
  });

  it("is refused with --json in one document", async () => {
    const { code, stdout, stderr } = await run(await editedRepository(), "generate", "--json");

    expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: "E_CONFLICT", message: expect.stringContaining("\n-  replicas: 3\n+  replicas: 9\n") },
    });
  });

  it("is restored by --force", async () => {
    const root = await editedRepository();
    const { code, stdout } = await run(root, "generate", "--force");

    expect({ code, stdout }).toEqual({ code: 0, stdout: `Wrote 1 file:\n  update ${EDITED}\n` });
    expect(readTree(root)).toEqual(readTree(await generatedRepository()));
  });

  it("is refused too where it is no longer wanted", async () => {
    const root = await editedRepository();
    rmSync(join(root, "overlays/prod/environment.yaml"));
    const before = readTree(root);
    const { code, stderr } = await run(root, "generate");

    expect(code).toBe(3);
    expect(stderr).toContain(`${EDITED} is no longer wanted, and was edited by hand since it was generated.\n`);
    expect(readTree(root)).toEqual(before);
  });

  it("is no edit where the same text was put back", async () => {
    const root = await editedRepository();
    replaceInFile(root, EDITED, "replicas: 9", "replicas: 3");
    expect((await run(root, "generate")).code).toBe(0);
  });

  it("is one also where a file of a person stood there first", async () => {
    const root = freshRepository();
    writeText(root, "base/README.md", "mine\n");
    const before = readTree(root);
    const { code, stderr } = await run(root, "generate");

    expect(code).toBe(3);
    expect(stderr).toContain("base/README.md was not generated, and stands where a generated file goes.\n");
    expect(readTree(root)).toEqual(before);
  });
});

async function editedRepository(): Promise<string> {
  const root = await generatedRepository();
  replaceInFile(root, EDITED, "replicas: 3", "replicas: 9");
  return root;
}

async function rendered(root: string, environment: string): Promise<JsonMap[]> {
  const kustomize = await findKustomize(process.env);
  return parseObjects(await renderKustomization(kustomize, join(root, "overlays", environment)));
}

function find(objects: readonly JsonMap[], kind: string, name: string): JsonMap | undefined {
  return objects.find((object) => object.kind === kind && (object.metadata as JsonMap).name === name);
}
