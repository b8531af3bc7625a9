import type { AcrossRule, RuleContext } from "../rule.ts";
import { clashes } from "./shared.ts";

/** What environments share outside must be divided by a prefix: two that write under one prefix destroy each other's data. */
export const oneOwnerOfData: AcrossRule = (contexts) => [
  ...etcd(contexts),
  ...bucket(contexts),
  ...channels(contexts),
  ...backups(contexts),
];

const reason = "Each would read and delete what the other wrote.";

const etcd: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: ({ environment: { etcd } }) =>
      etcd.mode === "external" ? `${[...etcd.endpoints].sort().join()} ${etcd.rootPath}` : undefined,
    field: () => "etcd.rootPath",
    code: "E_DUP",
    text: (first) => ({
      message: `Environment ${first} keeps its metadata under the same path of the same etcd.`,
      reason,
      remedy: "Use another rootPath.",
    }),
  });

const bucket: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: ({ environment: { objectStorage: storage } }) =>
      storage.type === "external" ? `${storage.address}:${storage.port} ${storage.bucket} ${storage.rootPath}` : undefined,
    field: () => "objectStorage.rootPath",
    code: "E_DUP",
    text: (first) => ({
      message: `Environment ${first} keeps its data in the same folder of the same bucket.`,
      reason,
      remedy: "Use another bucket or rootPath.",
    }),
  });

const channels: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: channelKey,
    field: () => "messageQueue.channelPrefix",
    code: "E_DUP",
    text: (first) => ({
      message: `Environment ${first} writes to channels of the same names.`,
      reason,
      remedy: "Use another channelPrefix.",
    }),
  });

const backups: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: ({ environment: { backup, objectStorage } }) => {
      const { isOwn, address, port, bucket, rootPath } = backup.destination;
      const isShared = (!isOwn || objectStorage.type === "external") && (backup.etcd ?? backup.milvus) !== undefined;
      return isShared ? `${address}:${port} ${bucket} ${rootPath}` : undefined;
    },
    field: () => "backup.destination.rootPath",
    code: "E_DUP",
    text: (first) => ({
      message: `Environment ${first} has its backups in the same folder of the same bucket.`,
      reason: "Each would remove those of the other as they grow old, and nobody could tell whose is whose.",
      remedy: "Use another bucket or rootPath, or none: backup/<environment> is one for each.",
    }),
  });

function channelKey({ environment: { messageQueue: queue } }: RuleContext): string | undefined {
  if (queue.type === "kafka") return `${[...queue.brokers].sort().join()} ${queue.channelPrefix}`;
  if (queue.type !== "pulsar" || queue.mode !== "external") return undefined;
  return `${queue.address} ${queue.tenant}/${queue.namespace} ${queue.channelPrefix}`;
}
