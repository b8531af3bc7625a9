import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { JsonMap } from "../../generator/kustomize/json.ts";
import { findKustomize } from "../../generator/system/kustomize-binary.ts";
import { renderKustomization } from "../../generator/system/render-kustomization.ts";
import { parseObjects } from "../support/canonical.ts";
import { readTree, temporaryRepository } from "../support/repository.ts";
import { run } from "../support/run.ts";

const GOLDEN = join(import.meta.dirname, "article");
const WRITTEN_BY_PEOPLE = ["gitops.yaml", "overlays/article/environment.yaml"];

let objects: readonly JsonMap[] = [];

beforeAll(async () => {
  if (process.env.UPDATE_GOLDEN === "1") await run(GOLDEN, "generate", "--force");
  objects = parseObjects(await renderKustomization(await findKustomize(process.env), join(GOLDEN, "overlays", "article")));
}, 300_000);

describe("the environment of the article", () => {
  it("generates the tree that is committed beside it", async () => {
    const root = temporaryRepository(
      new Map(WRITTEN_BY_PEOPLE.map((path) => [path, readFileSync(join(GOLDEN, path), "utf8")])),
    );
    const { code } = await run(root, "generate");

    expect(code).toBe(0);
    expect(readTree(root)).toEqual(readTree(GOLDEN));
  });
});

describe("what the article asks for, in the objects that Kustomize renders", () => {
  it("is the namespace milvus for every object", () => {
    const namespaces = objects.map(({ kind, metadata }) =>
      kind === "Namespace" ? at(metadata, "name") : at(metadata, "namespace"),
    );
    expect(new Set(namespaces)).toEqual(new Set(["milvus"]));
  });

  it("is these workloads, with their replicas and images", () => {
    const workloads = objects
      .filter(isWorkload)
      .map((object) => [nameOf(object), at(object, "spec.replicas"), container(object).image]);
    expect(workloads).toEqual([
      ["milvus-datacoord", 1, "milvusdb/milvus:v2.3.3"],
      ["milvus-datanode", 1, "milvusdb/milvus:v2.3.3"],
      ["milvus-indexnode", 1, "milvusdb/milvus:v2.3.3"],
      ["milvus-proxy", 2, "milvusdb/milvus:v2.3.3"],
      ["milvus-querycoord", 1, "milvusdb/milvus:v2.3.3"],
      ["milvus-querynode", 1, "milvusdb/milvus:v2.3.3"],
      ["milvus-rootcoord", 1, "milvusdb/milvus:v2.3.3"],
      ["etcd", 3, "quay.io/coreos/etcd:v3.5.7"],
      ["minio", 1, "quay.io/minio/minio:RELEASE.2023-09-04T19-57-37Z"],
      ["pulsar-standalone", 1, "apachepulsar/pulsar:3.0.7"],
    ]);
  });

  it("is a volume of 10Gi of the class standard for each member of etcd, and one of 50Gi for MinIO", () => {
    expect(claims("etcd")).toEqual([{ size: "10Gi", storageClass: "standard" }]);
    expect(claims("minio")).toEqual([{ size: "50Gi", storageClass: undefined }]);
  });

  it("is the size of the proxy, and port 30001 of every node for it", () => {
    expect(container(find("Deployment", "milvus-proxy")).resources).toMatchObject({
      requests: { cpu: "1", memory: "2Gi" },
      limits: { cpu: "2", memory: "4Gi" },
    });
    expect(find("Service", "milvus-proxy").spec).toMatchObject({
      type: "NodePort",
      ports: [{ port: 19_530, targetPort: "milvus", nodePort: 30_001 }],
    });
  });

  it("is the ports of the stores", () => {
    const ports = (name: string) => (at(find("Service", name), "spec.ports") as JsonMap[]).map(({ port }) => port);
    expect({ etcd: ports("etcd"), peers: ports("etcd-headless"), minio: ports("minio") }).toEqual({
      etcd: [2379],
      peers: [2379, 2380],
      minio: [9000, 9001],
    });
  });
});

describe("what the article gets wrong, in the same objects", () => {
  it("is variables that no container defines", () => {
    expect(pods().flatMap(undefinedVariables)).toEqual([]);
  });

  it("is members of a store that do not find each other before they are ready", () => {
    const headless = objects.filter((object) => at(object, "spec.clusterIP") === "None");
    expect(headless.map((object) => [nameOf(object), at(object, "spec.publishNotReadyAddresses")])).toEqual([
      ["etcd-headless", true],
      ["minio-headless", true],
      ["pulsar-standalone-headless", true],
    ]);
  });

  it("is containers without probes", () => {
    for (const pod of pods()) {
      expect(pod.containers).toEqual([
        expect.objectContaining({
          startupProbe: expect.anything(),
          livenessProbe: expect.anything(),
          readinessProbe: expect.anything(),
        }),
      ]);
    }
  });

  it("is credentials in Git: MinIO and every role of Milvus read them from one Secret", () => {
    const secretKey = (name: string, key: string) => ({
      name,
      valueFrom: { secretKeyRef: { name: "milvus-object-storage", key } },
    });
    const milvus = [secretKey("MINIO_ACCESS_KEY_ID", "access-key"), secretKey("MINIO_SECRET_ACCESS_KEY", "secret-key")];
    for (const role of objects.filter(({ kind }) => kind === "Deployment")) {
      expect(container(role).env).toEqual(expect.arrayContaining(milvus));
    }
    expect(container(find("StatefulSet", "minio")).env).toEqual(
      expect.arrayContaining([secretKey("MINIO_ROOT_USER", "access-key"), secretKey("MINIO_ROOT_PASSWORD", "secret-key")]),
    );
    expect(JSON.stringify(objects)).not.toContain("minioadmin");
  });

  it("is no bucket and no message queue: milvus.yaml, which is all that Milvus 2.3 reads, names both", () => {
    const config = objects.find(({ kind }) => kind === "ConfigMap") ?? {};
    expect(parse(String((config.data as JsonMap)["milvus.yaml"]))).toMatchObject({
      etcd: { endpoints: ["etcd-0.etcd-headless:2379", "etcd-1.etcd-headless:2379", "etcd-2.etcd-headless:2379"] },
      minio: { address: "minio:9000", bucketName: "milvus" },
      mq: { type: "pulsar" },
      pulsar: { address: "pulsar://pulsar-standalone:6650" },
    });
    for (const role of objects.filter(({ kind }) => kind === "Deployment")) {
      expect(container(role).volumeMounts).toContainEqual({
        name: "config",
        mountPath: "/milvus/configs/milvus.yaml",
        subPath: "milvus.yaml",
        readOnly: true,
      });
      expect(at(role, "spec.template.spec.volumes")).toContainEqual({ name: "config", configMap: { name: nameOf(config) } });
    }
  });
});

interface Pod {
  readonly containers: readonly JsonMap[];
}

function pods(): Pod[] {
  return objects.filter(isWorkload).map((object) => at(object, "spec.template.spec") as Pod);
}

function isWorkload({ kind }: JsonMap): boolean {
  return kind === "Deployment" || kind === "StatefulSet";
}

function find(kind: string, name: string): JsonMap {
  const found = objects.find((object) => object.kind === kind && nameOf(object) === name);
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}

function nameOf({ metadata }: JsonMap): unknown {
  return at(metadata, "name");
}

function container(object: JsonMap): JsonMap {
  return (at(object, "spec.template.spec.containers") as JsonMap[])[0] ?? {};
}

function claims(name: string) {
  return (at(find("StatefulSet", name), "spec.volumeClaimTemplates") as JsonMap[]).map((claim) => ({
    size: at(claim, "spec.resources.requests.storage"),
    storageClass: at(claim, "spec.storageClassName"),
  }));
}

/** Kubernetes leaves `$(NAME)` as it stands where nothing defines the name. */
function undefinedVariables({ containers }: Pod): string[] {
  return containers.flatMap(({ env = [], command = [], args = [] }) => {
    const defined = (env as JsonMap[]).map(({ name }) => name);
    const used = [...JSON.stringify([env, command, args]).matchAll(/\$\((\w+)\)/g)].map(([, name]) => name);
    return used.filter((name) => !defined.includes(name)).map(String);
  });
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce((part, key) => (part as JsonMap | undefined)?.[key], value);
}
