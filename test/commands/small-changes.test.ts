import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { changedLines, commitAll } from "../support/git.ts";
import { replaceInFile, writeText } from "../support/repository.ts";
import { run } from "../support/run.ts";
import { DEV, generatedRepository, PROD } from "./repositories.ts";

type Name = "dev" | "prod";

describe("the difference that one value makes", () => {
  it("is two lines for a version of Milvus, and one of the record", async () => {
    expect(await difference("prod", "2.6.18", "2.6.19")).toEqual({
      "overlays/prod/identity.yaml": ["-milvus.version: 2.6.18", "+milvus.version: 2.6.19"],
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

  it("is one line for a storage class, and one of the record", async () => {
    expect(await difference("prod", "ssd", "fast", { fact: "etcd.claims.data.storageClass" })).toEqual({
      "overlays/prod/etcd/statefulset.patch.yaml": ["-        storageClassName: ssd", "+        storageClassName: fast"],
      "overlays/prod/identity.yaml": ["-etcd.claims.data.storageClass: ssd", "+etcd.claims.data.storageClass: fast"],
    });
  });

  it("is one line for a node port", async () => {
    expect(await difference("dev", "30001", "30002")).toEqual({
      "overlays/dev/milvus/proxy-service.patch.yaml": ["-      nodePort: 30001", "+      nodePort: 30002"],
    });
  });

  it("is one line in the Application and one in its project for a cluster, and one of the record", async () => {
    const file = { ...PROD, cluster: { name: "eu-1" } };
    expect(await difference("prod", "eu-1", "eu-2", { file, fact: "cluster" })).toEqual({
      "apps/prod/application.yaml": ["-    name: eu-1", "+    name: eu-2"],
      "apps/prod/project.yaml": ["-    - name: eu-1", "+    - name: eu-2"],
      "overlays/prod/identity.yaml": ["-cluster: eu-1", "+cluster: eu-2"],
    });
  });

  it("touches no other file than those, the environment's guide, its record and the lists of hashes", async () => {
    const { files } = await change("prod", ["2.6.18", "2.6.19"]);
    expect(files).toEqual([
      "overlays/prod/README.md",
      "overlays/prod/environment.yaml",
      "overlays/prod/generated.sha256",
      "overlays/prod/identity.yaml",
      "overlays/prod/milvus/kustomization.yaml",
    ]);
  });

  it("stays in the environment's own folders when it becomes another kind of environment", async () => {
    const root = await generatedRepository({ dev: { ...DEV, milvus: { version: "2.4.23" } }, prod: PROD });
    await commitAll(root);
    const other: EnvironmentFile = {
      ...DEV,
      milvus: { version: "2.5.27", coordinators: "dedicated" },
      exposure: { type: "ClusterIP" },
    };
    writeText(root, "overlays/dev/environment.yaml", JSON.stringify(other));
    expect((await run(root, "generate")).code).toBe(0);

    expect(Object.keys(await changedLines(root)).filter((path) => !path.startsWith("overlays/dev/"))).toEqual([]);
  });
});

interface Kind {
  /** What the environment says before the change. */
  readonly file?: EnvironmentFile;
  /** What cannot simply change, and is acknowledged with the change. */
  readonly fact?: string;
}

/** The changed lines of YAML, without those that a person changed. */
async function difference(name: Name, from: string, to: string, kind: Kind = {}): Promise<Record<string, string[]>> {
  const { lines } = await change(name, [from, to], kind);
  const generated = Object.entries(lines).filter(([path]) => /(?<!\/environment)\.yaml$/.test(path));
  return Object.fromEntries(generated);
}

async function change(
  name: Name,
  [from, to]: readonly [string, string],
  { file = name === "dev" ? DEV : PROD, fact }: Kind = {},
) {
  const root = await generatedRepository({ dev: DEV, prod: PROD, [name]: file });
  await commitAll(root);
  const path = `overlays/${name}/environment.yaml`;
  replaceInFile(root, path, from, to);
  if (fact !== undefined) appendFileSync(join(root, path), acknowledgement(fact, from, to));
  const { code } = await run(root, "generate");
  expect(code).toBe(0);
  const lines = await changedLines(root);
  return { lines, files: Object.keys(lines) };
}

function acknowledgement(fact: string, from: string, to: string): string {
  return `acknowledge:\n  - { change: ${fact}, from: ${from}, to: ${to}, reason: The runbook was followed. }\n`;
}
