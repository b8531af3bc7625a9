import { stringify } from "yaml";

const HEAD = { apiVersion: "gitops.milvus.dev/v1alpha1" };
const CLUSTERS = 20;
const REGIONS = ["eu-central-1", "us-east-1", "ap-southeast-1"];
const VERSIONS = ["2.6.20", "2.6.18", "2.5.27", "2.4.23"];
const DIGEST = `sha256:${"0a".repeat(32)}`;
const FIRST_NODE_PORT = 30_000;

/**
 * What the teams of a large company could have written: profiles, sizes, versions and stores are mixed, and whatever must be
 * unique is. The same number gives the same files.
 */
export function fleet(size) {
  const environments = Array.from({ length: size }, (_, index) => [
    `overlays/${nameOf(index)}/environment.yaml`,
    stringify({ ...HEAD, kind: "Environment", cluster: { name: clusterOf(index) }, ...settings(index) }),
  ]);
  return new Map([["gitops.yaml", stringify(PLATFORM)], ...environments]);
}

function nameOf(index) {
  return `team-${String(index).padStart(5, "0")}`;
}

function clusterOf(index) {
  return `cluster-${String(index % CLUSTERS).padStart(2, "0")}`;
}

/** Of ten environments three are for development, three are small and four large; three of these keep something outside. */
function settings(index) {
  const turn = Math.floor(index / KINDS.length);
  return KINDS[index % KINDS.length](index, turn);
}

const KINDS = [laptop, laptop, laptop, small, small, small, large, largeOnS3, largeOnKafka, largeOnWoodpecker];

function laptop(index, turn) {
  // Kubernetes has 2,768 node ports for each cluster, and a cluster gets a twentieth of the fleet.
  const nodePort = FIRST_NODE_PORT + Math.floor(index / CLUSTERS);
  return { profile: "development", milvus: { version: pick(VERSIONS, turn) }, exposure: { type: "NodePort", nodePort } };
}

function small(_index, turn) {
  return { profile: "small", owners: [`@acme/team-${turn % 40}`], milvus: milvus(turn, 1 + (turn % 3)) };
}

function large(_index, turn) {
  return {
    profile: "large",
    owners: ["@acme/platform", `@acme/team-${turn % 40}`],
    milvus: milvus(turn, 2 + (turn % 7)),
    exposure: { type: "LoadBalancer", sourceRanges: ["10.0.0.0/8", `172.16.${turn % 256}.0/24`] },
    etcd: { storage: { size: `${20 + 10 * (turn % 4)}Gi` } },
    objectStorage: { minio: { storage: { size: `${200 + 100 * (turn % 9)}Gi` } } },
    messageQueue: { pulsar: { bookkeeper: { ledgers: { size: `${200 + 50 * (turn % 5)}Gi` } } } },
  };
}

function largeOnS3(index, turn) {
  const external = {
    ...{ provider: "aws", address: `s3.${pick(REGIONS, turn)}.amazonaws.com`, port: 443, useSSL: true, auth: "iam" },
    region: pick(REGIONS, turn),
    serviceAccountAnnotations: { "eks.amazonaws.com/role-arn": `arn:aws:iam::123456789012:role/${nameOf(index)}` },
  };
  const objectStorage = { type: "external", bucket: `acme-${nameOf(index)}`, external };
  return { profile: "large", milvus: milvus(turn, 2 + (turn % 5)), objectStorage };
}

function largeOnKafka(index, turn) {
  const brokers = ["kafka-0.example.com:9092", "kafka-1.example.com:9092", "kafka-2.example.com:9092"];
  const messageQueue = { type: "kafka", channelPrefix: nameOf(index), kafka: { brokers, securityProtocol: "PLAINTEXT" } };
  return { profile: "large", milvus: milvus(turn, 2 + (turn % 4)), messageQueue };
}

function largeOnWoodpecker(index, turn) {
  return {
    profile: "large",
    milvus: { ...milvus(turn, 2 + (turn % 6)), version: VERSIONS[0] },
    messageQueue: { type: "woodpecker" },
    etcd: { mode: "external", endpoints: ["etcd-0.example.com:2379"], rootPath: `milvus/${nameOf(index)}` },
  };
}

function milvus(turn, replicas) {
  const memory = `${8 + 4 * (turn % 5)}Gi`;
  const resources = { requests: { cpu: "2", memory }, limits: { cpu: "4", memory } };
  return {
    version: pick(VERSIONS, turn),
    image: { digest: DIGEST },
    roles: { queryNode: { replicas, resources }, proxy: { replicas: 2 + (turn % 2) } },
  };
}

function pick(list, turn) {
  return list[turn % list.length];
}

const SSD = { storage: { storageClass: "ssd" } };
const PLATFORM = {
  ...HEAD,
  kind: "Platform",
  repository: { url: "https://github.com/acme/milvus-fleet.git", branch: "main" },
  argocd: { namespace: "argocd", version: "3.5" },
  owners: ["@acme/platform"],
  profiles: {
    small: { extends: "production", placement: { hosts: "preferred" }, etcd: { storage: { size: "10Gi" } } },
    large: { extends: "production", labels: { "acme.example.com/tier": "gold" }, etcd: SSD },
  },
};
