import type { Environment, Etcd, ObjectStorage } from "../model/environment.ts";
import type { Fact } from "./facts.ts";
import { minorOf } from "./version-numbers.ts";

/** Where metadata and segments are, inside or outside, and how many servers hold them. */
export function storeFacts({ etcd, objectStorage }: Environment): Fact[] {
  return [
    ["etcd.mode", etcd.mode],
    ["etcd.rootPath", etcd.rootPath],
    ...(etcd.mode === "internal" ? members(etcd) : [["etcd.endpoints", [...etcd.endpoints].sort().join()] as const]),
    ["objectStorage.type", objectStorage.type],
    ["objectStorage.bucket", objectStorage.bucket],
    ["objectStorage.rootPath", objectStorage.rootPath],
    ...servers(objectStorage),
  ];
}

function members({ replicas, image }: Etcd): Fact[] {
  return [
    ["etcd.members", String(replicas)],
    ["etcd.version", minorOf(image.tag)],
  ];
}

function servers(storage: ObjectStorage): Fact[] {
  if (storage.type === "external") return [["objectStorage.endpoint", `${storage.address}:${storage.port}`]];
  const { mode, replicas, drivesPerServer } = storage.minio;
  return [
    ["minio.mode", mode],
    ["minio.servers", String(replicas)],
    ["minio.drivesPerServer", String(drivesPerServer)],
  ];
}
