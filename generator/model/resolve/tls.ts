import type { Environment, Tls } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** What is encrypted. A store that runs elsewhere has certificates of its own, whatever a profile says of ours. */
export function resolveTls(
  tls: Section<"tls">,
  { etcd, objectStorage, messageQueue }: Pick<Environment, "etcd" | "objectStorage" | "messageQueue">,
): Tls {
  const known = take(
    "tls",
    tls,
    ...([
      "certificates",
      "duration",
      "renewBefore",
      "revision",
      "hosts",
      "clusterDomain",
      "etcd",
      "objectStorage",
      "pulsar",
      "milvus",
      "internal",
    ] as const),
  );
  return {
    ...known,
    issuer: tls.issuer,
    etcd: known.etcd && etcd.mode === "internal",
    objectStorage: known.objectStorage && objectStorage.type === "minio",
    pulsar: known.pulsar && messageQueue.type === "pulsar" && messageQueue.mode !== "external",
  };
}
