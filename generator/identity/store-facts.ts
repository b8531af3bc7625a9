import type { Environment, Etcd, ObjectStorage } from "../model/environment.ts";
import type { Fact } from "./facts.ts";
import { minorOf } from "./version-numbers.ts";

/** Where metadata and segments are, inside or outside, and how many servers hold them. */
export function storeFacts(environment: Environment): Fact[] {
  const { etcd, objectStorage, tls } = environment;
  return [
    ["etcd.mode", etcd.mode],
    ["etcd.rootPath", etcd.rootPath],
    ...(etcd.mode === "internal"
      ? [...members(etcd, scheme(tls.etcd)), ...passwords(environment)]
      : [["etcd.endpoints", [...etcd.endpoints].sort().join()] as const]),
    ["objectStorage.type", objectStorage.type],
    ["objectStorage.bucket", objectStorage.bucket],
    ["objectStorage.rootPath", objectStorage.rootPath],
    ...servers(objectStorage, scheme(tls.objectStorage)),
  ];
}

/** By which members and servers call each other. */
function scheme(isEncrypted: boolean): string {
  return isEncrypted ? "https" : "http";
}

function members({ replicas, image }: Etcd, scheme: string): Fact[] {
  return [
    ["etcd.scheme", scheme],
    ["etcd.members", String(replicas)],
    ["etcd.version", minorOf(image.tag)],
  ];
}

/** Whether etcd asks for passwords is in its data, not in a manifest. */
function passwords({ authentication }: Environment): Fact[] {
  const { enabled, enforced } = authentication.etcd;
  return enabled ? [["etcd.passwords", enforced ? "asked" : "shown"]] : [];
}

function servers(storage: ObjectStorage, scheme: string): Fact[] {
  if (storage.type === "external") return [["objectStorage.endpoint", `${storage.address}:${storage.port}`]];
  const { mode, replicas, drivesPerServer } = storage.minio;
  return [
    ["minio.scheme", scheme],
    ["minio.mode", mode],
    ["minio.servers", String(replicas)],
    ["minio.drivesPerServer", String(drivesPerServer)],
  ];
}
