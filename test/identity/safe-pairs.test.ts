import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { development, type Overrides, production, secondGeneration } from "./generations.ts";

type Pair = readonly [title: string, before: EnvironmentFile, after: EnvironmentFile];

const DIGEST = `sha256:${"0a".repeat(32)}`;
const SEALED = `Ag${"A".repeat(120)}`;
const KAFKA = { brokers: ["k-0.example.com:9092", "k-1.example.com:9092"], securityProtocol: "PLAINTEXT" as const };
const EXTERNAL_ETCD: NonNullable<Overrides["etcd"]> = {
  mode: "external",
  endpoints: ["etcd-0.example.com:2379", "etcd-1.example.com:2379"],
};
const BUCKET = { provider: "aws", address: "s3.eu-central-1.amazonaws.com", region: "eu-central-1" } as const;

const milvus = (settings: NonNullable<Overrides["milvus"]>): Overrides => ({ milvus: { version: "2.6.20", ...settings } });
const pulsar = (settings: NonNullable<NonNullable<Overrides["messageQueue"]>["pulsar"]>): Overrides => ({
  messageQueue: { pulsar: settings },
});
const kafka = (settings: object = {}): Overrides => ({ messageQueue: { type: "kafka", kafka: { ...KAFKA, ...settings } } });
const keys = (settings: object = {}): Overrides => ({
  objectStorage: { type: "external", external: { ...BUCKET, auth: "keys", ...settings } },
});

const MILVUS: readonly Pair[] = [
  [
    "replicas of roles",
    production(),
    production(milvus({ roles: { queryNode: { replicas: 9 }, proxy: { replicas: 5 }, mixCoord: { replicas: 1 } } })),
  ],
  [
    "resources of a role",
    production(),
    production(milvus({ roles: { queryNode: { resources: { limits: { memory: "32Gi" } } } } })),
  ],
  ["a newer patch", production(milvus({ version: "2.6.18" })), production()],
  ["the next family", production(milvus({ version: "2.4.23" })), production(milvus({ version: "2.5.27" }))],
  ["2.6 from the newest 2.5", production(milvus({ version: "2.5.16" })), production()],
  [
    "coordinators together that were apart",
    production(milvus({ version: "2.5.27", coordinators: "dedicated" })),
    production(milvus({ version: "2.5.27" })),
  ],
  [
    "keys of milvus.yaml",
    production(),
    production(milvus({ config: { queryNode: { gracefulStopTimeout: 600 }, log: { level: "debug" } } })),
  ],
  [
    "variables and keys of a role",
    production(),
    production(milvus({ roles: { queryNode: { env: { ACME: "1" }, config: { "log.level": "debug" } } } })),
  ],
  [
    "an image's digest and registry",
    production(),
    production(milvus({ image: { repository: "quay.io/acme/milvus", digest: DIGEST } })),
  ],
  ["scratch disks", production(), production(milvus({ roles: { queryNode: { localStorage: "16Gi" } } }))],
  ["volumes for scratch disks", production(), production(milvus({ roles: { queryNode: { localStorageClass: "nvme" } } }))],
  [
    "GPUs, and the build for them",
    production(),
    production(milvus({ roles: { queryNode: { gpu: { count: 1 } }, dataNode: { gpu: { count: 1 } } } })),
  ],
];

const STORES: readonly Pair[] = [
  [
    "resources, quota and timing of etcd",
    production(),
    production({
      etcd: {
        quotaBackendBytes: 2_147_483_648,
        heartbeatInterval: 400,
        resources: { limits: { cpu: "3" } },
        snapshotCount: 5000,
      },
    }),
  ],
  ["a newer patch of etcd", production({ etcd: { image: { tag: "v3.5.18" } } }), production()],
  ["the next minor version of etcd", production(), production({ etcd: { image: { tag: "v3.6.8" } } })],
  [
    "one size in two spellings",
    production({ etcd: { storage: { size: "20Gi" } } }),
    production({ etcd: { storage: { size: "20480Mi" } } }),
  ],
  [
    "more addresses of one etcd outside, in another order",
    production({ etcd: EXTERNAL_ETCD }),
    production({ etcd: { ...EXTERNAL_ETCD, endpoints: ["etcd-2.example.com:2379", "etcd-1.example.com:2379"] } }),
  ],
  [
    "parity and resources of MinIO",
    production(),
    production({ objectStorage: { minio: { parity: 3, resources: { limits: { cpu: "4" } } } } }),
  ],
  [
    "how a bucket outside is spoken to",
    production(keys()),
    production(keys({ provider: "s3", region: "eu-west-1", useVirtualHost: true })),
  ],
  ["an identity instead of keys", production(keys()), production(keys({ auth: "iam" }))],
];

const QUEUES: readonly Pair[] = [
  ["more bookies", production(), production(pulsar({ bookkeeper: { replicas: 6 } }))],
  [
    "brokers and proxies",
    production(),
    production(pulsar({ broker: { replicas: 4 }, proxy: { replicas: 3 }, autorecovery: { replicas: 2 } })),
  ],
  [
    "quorums and retention",
    production(),
    production(pulsar({ ensembleSize: 2, writeQuorum: 2, ackQuorum: 2, retention: { minutes: 60 } })),
  ],
  ["memory of Java", production(), production(pulsar({ broker: { jvm: { heap: "512m" } } }))],
  ["Pulsar's next line with long support", production(), production(pulsar({ image: { tag: "4.0.4" } }))],
  ["one more broker of Kafka", production(kafka()), production(kafka({ brokers: [...KAFKA.brokers, "k-2.example.com:9092"] }))],
  [
    "passwords for Kafka",
    production(kafka()),
    production(kafka({ securityProtocol: "SASL_PLAINTEXT", saslMechanism: "SCRAM-SHA-512" })),
  ],
];

const REST: readonly Pair[] = [
  ["another exposure", production(), production({ exposure: { type: "NodePort", nodePort: 30_001 } })],
  [
    "an Ingress, and back",
    production({ exposure: { type: "Ingress", className: "nginx", host: "milvus.example.com", tlsSecretName: "tls" } }),
    production(),
  ],
  ["labels and owners", production(), production({ labels: { "acme.com/owner": "search" }, owners: ["@acme/search"] })],
  ["placement", production(), production({ placement: { hosts: "preferred", zones: "none" } })],
  [
    "sync windows and annotations of Argo CD",
    production(),
    production({
      argocd: { sync: "manual", retries: 1, syncWindows: [{ kind: "deny", schedule: "0 8 * * *", duration: "10h" }] },
    }),
  ],
  [
    "another provider of Secrets",
    production(),
    production({ secrets: { provider: "external-secrets", store: { name: "vault", kind: "SecretStore" } } }),
  ],
  [
    "sealed credentials under another name",
    production(),
    production({
      secrets: {
        provider: "sealed-secrets",
        sealed: { objectStorage: { "access-key": SEALED, "secret-key": SEALED }, milvusRoot: { password: SEALED } },
        objectStorage: { name: "minio-2" },
      },
    }),
  ],
  ["image pull secrets", production(), production({ imagePullSecrets: ["registry"], imagePullPolicy: "Always" })],
  [
    "nodes, tolerations, priority, labels and annotations of pods",
    production(),
    production({
      etcd: {
        nodeSelector: { disk: "nvme" },
        tolerations: [{ key: "dedicated", operator: "Exists" }],
        priorityClassName: "critical",
        labels: { team: "search" },
        annotations: { "acme.com/note": "x" },
      },
    }),
  ],
  ["the name of Argo CD's own cluster", production(), production({ cluster: { name: "in-cluster" } })],
  [
    "an address of a cluster with its port",
    production({ cluster: { server: "https://k8s.example.com" } }),
    production({ cluster: { server: "https://k8s.example.com:443" } }),
  ],
  ["another profile of the same stores", development(), development({ placement: { hosts: "preferred", zones: "preferred" } })],
];

describe("what a running environment can become, without a word, is another one with", () => {
  it.each([...MILVUS, ...STORES, ...QUEUES, ...REST])("%s", (_title, before, after) => {
    expect(secondGeneration({ prod: before }, { prod: after })).toEqual([]);
  });
});
