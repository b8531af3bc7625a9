import { expect, it } from "vitest";
import type { Environment, RoleName } from "../../../generator/model/environment.ts";
import { image, workload } from "./expected.ts";
import { loadSample } from "./sample-files.ts";
import { resolved } from "./sources.ts";

it("describes the system of the article, which differs from the profile development where the article says so", () => {
  const { findings, environments } = loadSample("test/golden/article/", ["article"]);

  expect(findings).toEqual([]);
  expect(environments).toEqual([article(resolved("development"))]);
});

function article(development: Environment): Environment {
  const { secrets, etcd, objectStorage, messageQueue, milvus, backup } = development;
  if (etcd.mode !== "internal" || objectStorage.type !== "minio") throw new Error("The profile development has changed.");
  return {
    ...development,
    name: "article",
    namespace: "milvus",
    secrets: {
      ...secrets,
      required: secrets.required.map((secret) => ({ ...secret, remoteKey: "milvus/article/object-storage" })),
    },
    etcd: {
      ...etcd,
      replicas: 3,
      image: image("quay.io/coreos/etcd", "v3.5.7"),
      storage: { size: "10Gi", storageClass: "standard" },
    },
    objectStorage: {
      ...objectStorage,
      minio: { ...objectStorage.minio, image: image("quay.io/minio/minio", "RELEASE.2023-09-04T19-57-37Z") },
    },
    messageQueue,
    milvus: { ...milvus, ...MILVUS },
    exposure: { type: "NodePort", annotations: {}, nodePort: 30001, externalTrafficPolicy: "Cluster" },
    backup: {
      ...backup,
      destination: { ...backup.destination, rootPath: "backup/article" },
      client: image("quay.io/minio/minio", "RELEASE.2023-09-04T19-57-37Z"),
    },
  };
}

const SMALL = {
  ...workload(1, ["100m", "256Mi", "64Mi"], ["1", "2Gi", "2Gi"]),
  env: {},
  config: {},
  localStorage: "1Gi",
  localStorageClass: undefined,
  autoscaling: undefined,
  group: undefined,
  gpu: undefined,
};
const WORKER = {
  ...workload(1, ["200m", "512Mi", "256Mi"], ["2", "4Gi", "6Gi"]),
  env: {},
  config: {},
  localStorage: "4Gi",
  localStorageClass: undefined,
  autoscaling: undefined,
  group: undefined,
  gpu: undefined,
};

const MILVUS: Pick<Environment["milvus"], "version" | "family" | "image" | "coordinators" | "roles"> = {
  version: "2.3.3",
  family: "2.3",
  image: image("milvusdb/milvus", "v2.3.3"),
  coordinators: "dedicated",
  roles: [
    { name: "indexNode", ...WORKER },
    ...(["rootCoord", "dataCoord", "queryCoord"] satisfies RoleName[]).map((name) => ({ name, ...SMALL })),
    { name: "queryNode", ...WORKER },
    { name: "dataNode", ...WORKER },
    { name: "proxy", ...SMALL, ...workload(2, ["1", "2Gi", "64Mi"], ["2", "4Gi", "2Gi"]) },
  ],
};
