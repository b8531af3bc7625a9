import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { development, type Overrides, production, refusals } from "./generations.ts";

type Pair = readonly [title: string, before: EnvironmentFile, after: EnvironmentFile, refused: readonly string[]];

const pulsar = (settings: NonNullable<NonNullable<Overrides["messageQueue"]>["pulsar"]>): Overrides => ({
  messageQueue: { pulsar: settings },
});
const EXTERNAL_ETCD: NonNullable<Overrides["etcd"]> = {
  mode: "external",
  endpoints: ["etcd-0.example.com:2379", "etcd-1.example.com:2379"],
};
const BUCKET = { provider: "aws", address: "s3.eu-central-1.amazonaws.com", region: "eu-central-1", auth: "iam" } as const;
const KAFKA = { brokers: ["k-0.example.com:9092", "k-1.example.com:9092"], securityProtocol: "PLAINTEXT" as const };
const kafka = (settings: object = {}): Overrides => ({ messageQueue: { type: "kafka", kafka: { ...KAFKA, ...settings } } });
const bucket = (settings: object = {}, common: object = {}): Overrides => ({
  objectStorage: { type: "external", ...common, external: { ...BUCKET, ...settings } },
});
const pulsarOutside = (settings: object = {}): Overrides =>
  pulsar({ mode: "external", address: "pulsar://pulsar.example.com:6650", ...settings });
const milvus = (settings: NonNullable<Overrides["milvus"]>): Overrides => ({ milvus: settings });

const PLACE: readonly Pair[] = [
  ["another namespace", production(), production({ namespace: "vectors" }), ["namespace !rename"]],
  ["another cluster", production(), production({ cluster: { name: "eu-1" } }), ["cluster rename"]],
];

const ETCD: readonly Pair[] = [
  [
    "larger volumes of etcd",
    production(),
    production({ etcd: { storage: { size: "40Gi" } } }),
    ["etcd.claims.data.size at etcd.storage.size volume-growth"],
  ],
  [
    "smaller volumes of etcd",
    production(),
    production({ etcd: { storage: { size: "19Gi" } } }),
    ["etcd.claims.data.size at etcd.storage.size !volume-growth"],
  ],
  [
    "another storage class of etcd",
    production({ etcd: { storage: { storageClass: "ssd" } } }),
    production({ etcd: { storage: { storageClass: "fast" } } }),
    ["etcd.claims.data.storageClass at etcd.storage.storageClass volume-growth"],
  ],
  [
    "a storage class where none was named",
    production(),
    production({ etcd: { storage: { storageClass: "ssd" } } }),
    ["etcd.claims.data.storageClass at etcd.storage.storageClass volume-growth"],
  ],
  [
    "more members of etcd",
    production(),
    production({ etcd: { replicas: 5 } }),
    ["etcd.members at etcd.replicas etcd-member-change"],
  ],
  [
    "fewer members of etcd",
    production({ etcd: { replicas: 5 } }),
    production(),
    ["etcd.members at etcd.replicas etcd-member-change"],
  ],
  ["another root path in etcd", production(), production({ etcd: { rootPath: "by-dev" } }), ["etcd.rootPath store-move"]],
  ["an etcd outside", production(), production({ etcd: EXTERNAL_ETCD }), ["etcd.mode store-move"]],
  ["an etcd of its own", production({ etcd: EXTERNAL_ETCD }), production(), ["etcd.mode store-move"]],
  [
    "another etcd outside",
    production({ etcd: EXTERNAL_ETCD }),
    production({ etcd: { ...EXTERNAL_ETCD, endpoints: ["other.example.com:2379"] } }),
    ["etcd.endpoints store-move"],
  ],
  [
    "an older minor version of etcd",
    production({ etcd: { image: { tag: "v3.6.8" } } }),
    production(),
    ["etcd.version at etcd.image.tag etcd-version-change"],
  ],
  [
    "a skipped minor version of etcd",
    production(),
    production({ etcd: { image: { tag: "v3.7.1" } } }),
    ["etcd.version at etcd.image.tag etcd-version-change"],
  ],
];

const OBJECT_STORAGE: readonly Pair[] = [
  [
    "MinIO with more servers",
    production(),
    production({ objectStorage: { minio: { replicas: 8 } } }),
    ["minio.servers at objectStorage.minio.replicas minio-pool-expansion"],
  ],
  [
    "MinIO with more drives",
    production(),
    production({ objectStorage: { minio: { drivesPerServer: 4 } } }),
    ["minio.drivesPerServer at objectStorage.minio.drivesPerServer minio-pool-expansion"],
  ],
  [
    "MinIO with one drive where it had two",
    production(),
    production({ objectStorage: { minio: { drivesPerServer: 1 } } }),
    ["minio.drivesPerServer at objectStorage.minio.drivesPerServer minio-pool-expansion"],
  ],
  [
    "MinIO distributed that was alone",
    development(),
    development({
      objectStorage: { minio: { mode: "distributed", replicas: 4, drivesPerServer: 2, storage: { size: "10Gi" } } },
    }),
    ["minio.mode at objectStorage.minio.mode minio-pool-expansion"],
  ],
  [
    "larger drives of MinIO, told once for all of a server's",
    production(),
    production({ objectStorage: { minio: { storage: { size: "200Gi" } } } }),
    ["minio.claims.data.size at objectStorage.minio.storage.size volume-growth"],
  ],
  ["a bucket outside", production(), production(bucket()), ["objectStorage.type store-move"]],
  ["MinIO instead of a bucket outside", production(bucket()), production(), ["objectStorage.type store-move"]],
  [
    "a bucket at another address",
    production(bucket()),
    production(bucket({ address: "s3.eu-west-1.amazonaws.com" })),
    ["objectStorage.endpoint at objectStorage.external.address store-move"],
  ],
  ["another bucket", production(), production({ objectStorage: { bucket: "vectors" } }), ["objectStorage.bucket store-move"]],
  [
    "another folder of the bucket",
    production(),
    production({ objectStorage: { rootPath: "other" } }),
    ["objectStorage.rootPath store-move"],
  ],
];

const PULSAR: readonly Pair[] = [
  [
    "fewer bookies",
    production(pulsar({ bookkeeper: { replicas: 5 } })),
    production(),
    ["pulsar.bookkeeper.bookies at messageQueue.pulsar.bookkeeper.replicas bookie-decommission"],
  ],
  [
    "more members of ZooKeeper",
    production(),
    production(pulsar({ zookeeper: { replicas: 5 } })),
    ["pulsar.zookeeper.members at messageQueue.pulsar.zookeeper.replicas zookeeper-member-change"],
  ],
  [
    "fewer members of ZooKeeper",
    production(pulsar({ zookeeper: { replicas: 5 } })),
    production(),
    ["pulsar.zookeeper.members at messageQueue.pulsar.zookeeper.replicas zookeeper-member-change"],
  ],
  [
    "larger journals",
    production(),
    production(pulsar({ bookkeeper: { journal: { size: "60Gi" } } })),
    ["pulsar.bookkeeper.claims.journal.size at messageQueue.pulsar.bookkeeper.journal.size volume-growth"],
  ],
  [
    "smaller ledgers",
    production(),
    production(pulsar({ bookkeeper: { ledgers: { size: "100Gi" } } })),
    ["pulsar.bookkeeper.claims.ledgers.size at messageQueue.pulsar.bookkeeper.ledgers.size !volume-growth"],
  ],
  [
    "larger volumes of ZooKeeper and of a Pulsar alone",
    development(pulsar({ standalone: { storage: { size: "20Gi" } } })),
    development(pulsar({ standalone: { storage: { size: "30Gi" } } })),
    ["pulsar.standalone.claims.data.size at messageQueue.pulsar.standalone.storage.size volume-growth"],
  ],
  [
    "a cluster of Pulsar that was alone",
    development(),
    development(pulsar({ mode: "cluster" })),
    ["pulsar.mode at messageQueue.pulsar.mode message-queue-switch"],
  ],
  [
    "a Pulsar outside",
    production(),
    production(pulsarOutside()),
    ["pulsar.mode at messageQueue.pulsar.mode message-queue-switch"],
  ],
  [
    "a Pulsar at another address",
    production(pulsarOutside()),
    production(pulsarOutside({ address: "pulsar://other.example.com:6650" })),
    ["pulsar.address at messageQueue.pulsar.address message-queue-switch"],
  ],
  [
    "another tenant and namespace of a Pulsar outside",
    production(pulsarOutside()),
    production(pulsarOutside({ tenant: "acme", namespace: "vectors" })),
    [
      "pulsar.namespace at messageQueue.pulsar.namespace message-queue-switch",
      "pulsar.tenant at messageQueue.pulsar.tenant message-queue-switch",
    ],
  ],
  [
    "Pulsar 3 that was 2",
    development(pulsar({ image: { tag: "2.11.4" } })),
    development(),
    ["pulsar.version at messageQueue.pulsar.image.tag pulsar-2-to-3"],
  ],
  [
    "Pulsar 3 that was 4",
    development(pulsar({ image: { tag: "4.0.4" } })),
    development(),
    ["pulsar.version at messageQueue.pulsar.image.tag pulsar-2-to-3"],
  ],
];

const QUEUE: readonly Pair[] = [
  [
    "another channel prefix",
    production(),
    production({ messageQueue: { channelPrefix: "by-dev" } }),
    ["messageQueue.channelPrefix message-queue-switch"],
  ],
  [
    "Woodpecker instead of Pulsar",
    production(),
    production({ messageQueue: { type: "woodpecker" } }),
    ["messageQueue.type message-queue-switch"],
  ],
  ["Kafka instead of Pulsar", production(), production(kafka()), ["messageQueue.type !message-queue-switch"]],
  [
    "Woodpecker in a Milvus that cannot switch",
    production(milvus({ version: "2.6.13" })),
    production({ ...milvus({ version: "2.6.13" }), messageQueue: { type: "woodpecker" } }),
    ["messageQueue.type !message-queue-switch"],
  ],
  [
    "Woodpecker together with another Milvus",
    production(milvus({ version: "2.6.19" })),
    production({ messageQueue: { type: "woodpecker" } }),
    ["messageQueue.type !message-queue-switch"],
  ],
  [
    "another Kafka",
    production(kafka()),
    production(kafka({ brokers: ["other.example.com:9092"] })),
    ["messageQueue.brokers at messageQueue.kafka.brokers message-queue-switch"],
  ],
];

const MILVUS: readonly Pair[] = [
  ["an older patch", production(), production(milvus({ version: "2.6.19" })), ["milvus.version milvus-upgrade"]],
  [
    "an older family",
    production(),
    production(milvus({ version: "2.5.27" })),
    ["milvus.family at milvus.version !milvus-upgrade"],
  ],
  [
    "a skipped family",
    production(milvus({ version: "2.4.23" })),
    production(),
    ["milvus.family at milvus.version !milvus-upgrade"],
  ],
  [
    "2.6 from a 2.5 that is too old",
    production(milvus({ version: "2.5.15" })),
    production(),
    ["milvus.family at milvus.version !milvus-upgrade"],
  ],
  [
    "2.6 from coordinators that are apart",
    production(milvus({ version: "2.5.27", coordinators: "dedicated" })),
    production(),
    ["milvus.family at milvus.version !milvus-upgrade"],
  ],
  [
    "a key of milvus.yaml that says where metadata is",
    production(),
    production(milvus({ version: "2.6.20", config: { etcd: { metaSubPath: "other" } } })),
    ["milvus.dataKeys at milvus.config store-move"],
  ],
  [
    "the same as a variable of one role",
    production(),
    production(milvus({ version: "2.6.20", roles: { proxy: { env: { ETCD_KVSUBPATH: "other" } } } })),
    ["milvus.dataKeys at milvus.config store-move"],
  ],
];

describe("what a running environment cannot simply become is", () => {
  it.each([...PLACE, ...ETCD, ...OBJECT_STORAGE, ...PULSAR, ...QUEUE, ...MILVUS])("%s", (_title, before, after, refused) => {
    expect(refusals(before, after)).toEqual(refused);
  });

  it("everything of it that changes, told in one run", () => {
    const after = production({
      namespace: "vectors",
      etcd: { replicas: 5, rootPath: "other" },
      messageQueue: { channelPrefix: "other" },
    });
    expect(refusals(production(), after)).toEqual([
      "etcd.members at etcd.replicas etcd-member-change",
      "etcd.rootPath store-move",
      "messageQueue.channelPrefix message-queue-switch",
      "namespace !rename",
    ]);
  });
});
