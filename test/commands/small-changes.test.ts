import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { changedLines, commitAll } from "../support/git.ts";
import { replaceInFile, writeText } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { DEV, generatedRepository, PROD } from "./repositories.ts";

type Name = "dev" | "prod";

describe("the difference that one value makes", () => {
  it("is two lines for a version of Milvus", async () => {
    expect(await difference("prod", "2.6.18", "2.6.19")).toEqual({
      "overlays/prod/milvus/kustomization.yaml": [
        "-      app.kubernetes.io/version: 2.6.18",
        "+      app.kubernetes.io/version: 2.6.19",
        "-    newTag: v2.6.18",
        "+    newTag: v2.6.19",
      ],
    });
  });

  it("is one line for the replicas of a role", async () => {
    expect(await difference("prod", "replicas: 3", "replicas: 4")).toEqual({
      "overlays/prod/milvus/querynode-deployment.patch.yaml": ["-  replicas: 3", "+  replicas: 4"],
    });
  });

  it("is one line for a storage class", async () => {
    expect(await difference("prod", "ssd", "fast")).toEqual({
      "overlays/prod/etcd/statefulset.patch.yaml": ["-        storageClassName: ssd", "+        storageClassName: fast"],
    });
  });

  it("is one line for a node port", async () => {
    expect(await difference("dev", "30001", "30002")).toEqual({
      "overlays/dev/milvus/proxy-service.patch.yaml": ["-      nodePort: 30001", "+      nodePort: 30002"],
    });
  });

  it("is one line in the Application and one in its project for a cluster", async () => {
    const cluster = (name: string) => `cluster:\n  name: ${name}\n`;
    expect(await difference("prod", cluster("eu-1"), cluster("eu-2"), { ...PROD, cluster: { name: "eu-1" } })).toEqual({
      "apps/prod/application.yaml": ["-    name: eu-1", "+    name: eu-2"],
      "apps/prod/project.yaml": ["-    - name: eu-1", "+    - name: eu-2"],
    });
  });

  it("touches no other file than those, the environment's guide and the lists of hashes", async () => {
    const { files } = await change("prod", "2.6.18", "2.6.19");
    expect(files).toEqual([
      "overlays/prod/README.md",
      "overlays/prod/environment.yaml",
      "overlays/prod/generated.sha256",
      "overlays/prod/milvus/kustomization.yaml",
    ]);
  });

  it("stays in the environment's own folders when it becomes another kind of environment", async () => {
    const root = await generatedRepository();
    await commitAll(root);
    const other: EnvironmentFile = {
      ...DEV,
      milvus: { version: "2.5.27", coordinators: "dedicated" },
      exposure: { type: "ClusterIP" },
    };
    writeText(root, "overlays/dev/environment.yaml", JSON.stringify(other));
    await run(root, "generate");

    expect(Object.keys(await changedLines(root)).filter((path) => !path.startsWith("overlays/dev/"))).toEqual([]);
  });
});

/** The changed lines of YAML, without the one that a person changed. */
async function difference(name: Name, from: string, to: string, file?: EnvironmentFile): Promise<Record<string, string[]>> {
  const { lines } = await change(name, from, to, file);
  const generated = Object.entries(lines).filter(([path]) => /(?<!\/environment)\.yaml$/.test(path));
  return Object.fromEntries(generated);
}

async function change(name: Name, from: string, to: string, file: EnvironmentFile = name === "dev" ? DEV : PROD) {
  const root = await generatedRepository({ dev: DEV, prod: PROD, [name]: file });
  await commitAll(root);
  replaceInFile(root, `overlays/${name}/environment.yaml`, from, to);
  const { code } = await run(root, "generate");
  expect(code).toBe(0);
  const lines = await changedLines(root);
  return { lines, files: Object.keys(lines) };
}
