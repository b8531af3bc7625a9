import { never, procedure, type Refusal, type Rule } from "./rule.ts";
import { addresses } from "./rules/addresses.ts";
import { bookies } from "./rules/bookies.ts";
import { claimSize } from "./rules/claim-size.ts";
import { etcdVersion } from "./rules/etcd-version.ts";
import { findsData, fixed, refusedByApiServer } from "./rules/fixed.ts";
import { messageQueueType } from "./rules/message-queue-type.ts";
import { milvusFamily } from "./rules/milvus-family.ts";
import { milvusVersion } from "./rules/milvus-version.ts";
import { passwords } from "./rules/passwords.ts";
import { pulsarVersion } from "./rules/pulsar-version.ts";
import { scheme } from "./rules/scheme.ts";

/** The rule of a fact; undefined for one that may change and is recorded for the sake of others. */
export function ruleOf(fact: string): Rule | undefined {
  return EXACT[fact] ?? OF_UNITS.find(([form]) => form.test(fact))?.[1];
}

const NAMESPACE = never(
  "rename",
  "Another namespace is another environment: volumes and Secrets would stay behind in this one.",
);
const APPLICATION = never("rename", "Another Application would take hold of objects that the old one still has.");
const CLUSTER = procedure("rename", "In another cluster everything starts anew, and what runs here is left to itself.");
const METADATA = procedure("store-move", "Milvus would find no collections there, and remove nothing from where they are.");
const OBJECTS = procedure("store-move", "Milvus would find no segments there, and every search would fail.");
const DATA_KEYS = procedure(
  "store-move",
  "These keys of milvus.yaml say where Milvus keeps its data; under others it finds none.",
);
const ETCD_MEMBERS = procedure(
  "etcd-member-change",
  "A member joins or leaves etcd by command, one at a time, or the quorum is lost.",
);
const ZOOKEEPER_MEMBERS = procedure(
  "zookeeper-member-change",
  "Members with different lists can form two quorums; they change their list all at once.",
);
const TOPOLOGY = procedure(
  "minio-pool-expansion",
  "MinIO lays out its drives at the first start and refuses another layout of the same drives.",
);
const QUEUE = procedure("message-queue-switch", "What the log holds there and Milvus has not flushed would be lost.");
const CLASS = procedure(
  "volume-growth",
  "Kubernetes does not change the claim template of a StatefulSet, and volumes stay in the class in which they were made.",
);

const ETCD_SCHEME =
  "Members know each other by their whole addresses, http or https, which lie in their data: one by one they would lose each other.";
const MINIO_SCHEME =
  "A server waits until all others are told the same addresses, http or https: the first one to restart would wait for ever.";

const EXACT: Readonly<Record<string, Rule>> = {
  namespace: always(NAMESPACE),
  cluster: always(CLUSTER),
  "argocd.application": always(APPLICATION),
  "argocd.project": always(APPLICATION),
  "milvus.version": milvusVersion,
  "milvus.family": milvusFamily,
  "milvus.dataKeys": always(DATA_KEYS),
  "etcd.mode": always(METADATA),
  "etcd.rootPath": always(METADATA),
  "etcd.endpoints": addresses(METADATA),
  "etcd.members": fixed(ETCD_MEMBERS),
  "etcd.version": etcdVersion,
  "etcd.passwords": passwords,
  "etcd.scheme": scheme("etcd.members", ETCD_SCHEME),
  "objectStorage.type": always(OBJECTS),
  "objectStorage.bucket": always(OBJECTS),
  "objectStorage.rootPath": always(OBJECTS),
  "objectStorage.endpoint": fixed(OBJECTS),
  "minio.scheme": scheme("minio.servers", MINIO_SCHEME),
  "minio.mode": fixed(TOPOLOGY),
  "minio.servers": fixed(TOPOLOGY),
  "minio.drivesPerServer": fixed(TOPOLOGY),
  "messageQueue.type": messageQueueType,
  "messageQueue.channelPrefix": always(QUEUE),
  "messageQueue.brokers": addresses(QUEUE),
  "pulsar.mode": fixed(QUEUE),
  "pulsar.address": fixed(QUEUE),
  "pulsar.tenant": fixed(QUEUE),
  "pulsar.namespace": fixed(QUEUE),
  "pulsar.version": pulsarVersion,
  "pulsar.zookeeper.members": fixed(ZOOKEEPER_MEMBERS),
  "pulsar.bookkeeper.bookies": bookies,
};

/** Facts that are read off the objects of a unit; the first form that fits counts. */
const OF_UNITS: readonly (readonly [RegExp, Rule])[] = [
  [/\.claims\.[\w-]+\.size$/, claimSize],
  [/\.claims\.[\w-]+\.storageClass$/, fixed(CLASS)],
  [/\.claims\.[\w-]+\.template$/, refusedByApiServer],
  [/\.claims\.[\w-]+\.mountPath$/, findsData],
  [/\.folders\.\w+$/, findsData],
  [/\.(?:claims|statefulSet)$/, findsData],
  [/\.services\.[\w-]+$/, refusedByApiServer],
  [/\.(?:selector|serviceName|podManagementPolicy)$/, refusedByApiServer],
];

function always(refusal: Refusal): Rule {
  return () => refusal;
}
