import { adding, all, aWorkload, type Edit, editConfig, set, setVariable, setWave, without } from "../quorum/edits.ts";
import type { EnvironmentSeed } from "./seed.ts";

const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;
const NO_PEERS = { podAntiAffinity: {} };

/** Each breaks an environment of production: etcd of three, MinIO of four servers, a Pulsar cluster and Milvus 2.6. */
export const QUORUM_SEEDS: readonly EnvironmentSeed[] = [
  seed("quorum-members-odd", "etcd has four members", set("StatefulSet etcd", "spec.replicas", 4)),
  seed("quorum-members-odd", "ZooKeeper has two members", set("StatefulSet pulsar-zookeeper", "spec.replicas", 2)),
  seed("etcd-cluster-names-pods", "etcd grows without its list", set("StatefulSet etcd", "spec.replicas", 5)),
  seed("etcd-cluster-names-pods", "etcd has no list", setVariable("StatefulSet etcd", "ETCD_INITIAL_CLUSTER", undefined)),
  seed("etcd-cluster-names-pods", "etcd is behind another Service", set("StatefulSet etcd", "spec.serviceName", "etcd")),
  seed(
    "zookeeper-list-names-pods",
    "ZooKeeper grows without its list",
    set("StatefulSet pulsar-zookeeper", "spec.replicas", 5),
  ),
  seed("zookeeper-list-names-pods", "ZooKeeper is renamed", set("StatefulSet pulsar-zookeeper", "metadata.name", "zk")),
  seed("ledger-copies-fit", "an ensemble is larger than the bookies", copies("EnsembleSize", "9")),
  seed("ledger-copies-fit", "copies do not fit on an ensemble", copies("WriteQuorum", "5")),
  seed("ledger-copies-fit", "more copies are waited for than written", copies("AckQuorum", "4")),
  seed("ledger-copies-fit", "bookies are removed", set("StatefulSet pulsar-bookkeeper", "spec.replicas", 2)),
  seed("production-acknowledges-copies", "one copy is enough", copies("AckQuorum", "1")),
  seed(
    "production-has-spare-bookie",
    "there are three bookies for three copies",
    set("StatefulSet pulsar-bookkeeper", "spec.replicas", 3),
  ),
  seed("minio-layout-legal", "MinIO grows without its arguments", set("StatefulSet minio", "spec.replicas", 8)),
  seed("minio-layout-legal", "a drive is not mounted", set("StatefulSet minio", `${CONTAINER}.volumeMounts`, [])),
  seed(
    "minio-layout-legal",
    "parity is more than half",
    setVariable("StatefulSet minio", "MINIO_STORAGE_CLASS_STANDARD", "EC:9"),
  ),
  seed("budget-lets-one-go", "a budget is zero", set("PodDisruptionBudget etcd", "spec.maxUnavailable", 0)),
  seed("budget-lets-one-go", "all must be available", budget("etcd", { minAvailable: "100%" })),
  seed("budget-keeps-quorum", "two of three members may go", set("PodDisruptionBudget etcd", "spec.maxUnavailable", 2)),
  seed(
    "budget-keeps-quorum",
    "half of ZooKeeper may go",
    set("PodDisruptionBudget pulsar-zookeeper", "spec.maxUnavailable", "50%"),
  ),
  seed("budget-keeps-quorum", "two of four servers may go", set("PodDisruptionBudget minio", "spec.maxUnavailable", 2)),
  seed(
    "budget-keeps-quorum",
    "as many bookies as copies may go",
    set("PodDisruptionBudget pulsar-bookkeeper", "spec.maxUnavailable", 2),
  ),
  seed("budget-has-several-pods", "a budget covers one proxy", set("Deployment milvus-proxy", "spec.replicas", 1)),
  seed(
    "budget-says-unhealthy-policy",
    "a budget is silent",
    set("PodDisruptionBudget etcd", "spec.unhealthyPodEvictionPolicy", undefined),
  ),
  seed("quorum-has-budget", "etcd has no budget", without("PodDisruptionBudget etcd")),
  seed(
    "quorum-has-budget",
    "the budget of MinIO selects nothing",
    set("PodDisruptionBudget minio", "spec.selector", { matchLabels: { app: "x" } }),
  ),
  seed("pods-keep-to-hosts", "etcd has no anti-affinity", set("StatefulSet etcd", `${POD}.affinity`, undefined)),
  seed(
    "pods-keep-to-hosts",
    "the anti-affinity of a proxy is empty",
    set("Deployment milvus-proxy", `${POD}.affinity`, NO_PEERS),
  ),
  seed("pods-spread-over-zones", "MinIO does not spread", set("StatefulSet minio", `${POD}.topologySpreadConstraints`, [])),
  seed(
    "coordinators-stand-by",
    "standby is off",
    editConfig("mixCoord:\n  enableActiveStandby: true", "mixCoord:\n  enableActiveStandby: false"),
  ),
  seed(
    "coordinators-stand-by",
    "a coordinator reads no configuration",
    set("Deployment milvus-mixcoord", `${POD}.volumes`, []),
  ),
  seed(
    "milvus-rolls-without-gap",
    "a query node goes first",
    set("Deployment milvus-querynode", "spec.strategy.rollingUpdate.maxUnavailable", 1),
  ),
  seed(
    "milvus-rolls-without-gap",
    "proxies are recreated",
    set("Deployment milvus-proxy", "spec.strategy", { type: "Recreate" }),
  ),
  seed(
    "milvus-rolls-without-gap",
    "coordinators roll without standby",
    editConfig("enableActiveStandby: true", "enableActiveStandby: false"),
  ),
  seed(
    "milvus-rolls-without-gap",
    "a query node with a GPU goes first, and nobody asked for that",
    all(
      set("Deployment milvus-querynode", "spec.strategy.rollingUpdate", { maxSurge: 0, maxUnavailable: 1 }),
      set("Deployment milvus-querynode", `${CONTAINER}.resources.limits`, { "nvidia.com/gpu": "1" }),
    ),
  ),
  seed("grace-covers-stop", "a query node has half a minute", grace("Deployment milvus-querynode", undefined)),
  seed("grace-covers-stop", "a broker is killed at once", grace("StatefulSet pulsar-broker", 1)),
  seed("grace-covers-stop", "etcd has no time at all", grace("StatefulSet etcd", 0)),
  seed("proxy-leaves-first", "a proxy stops at once", set("Deployment milvus-proxy", `${CONTAINER}.lifecycle`, undefined)),
  seed(
    "proxy-leaves-first",
    "a proxy is always ready",
    set("Deployment milvus-proxy", `${CONTAINER}.readinessProbe`, undefined),
  ),
  seed("wave-after-servers", "brokers start with ZooKeeper", setWave("StatefulSet pulsar-broker", 0)),
  seed("wave-after-servers", "Milvus starts before its stores", setWave("Deployment milvus-mixcoord", -1)),
  seed("wave-after-servers", "a client has no wave", adding(aWorkload("Deployment", "attu", { args: ["milvus-proxy:19530"] }))),
  seed("roll-out-in-order", "proxies roll first", setWave("Deployment milvus-proxy", 4)),
  seed("roll-out-in-order", "brokers roll with bookies", setWave("StatefulSet pulsar-bookkeeper", 2)),
  seed("wave-before-users", "an account comes late", setWave("ServiceAccount minio", 1)),
  seed("wave-before-users", "a headless Service comes late", setWave("Service etcd-headless", 1)),
  seed("namespace-first", "the Namespace comes late", setWave("Namespace milvus-prod", 1)),
];

function seed(invariant: string, title: string, breakIt: Edit): EnvironmentSeed {
  return { invariant, title, breakIt };
}

function copies(name: string, value: string): Edit {
  return setVariable("StatefulSet pulsar-broker", `PULSAR_PREFIX_managedLedgerDefault${name}`, value);
}

function budget(name: string, { minAvailable }: { readonly minAvailable: string }): Edit {
  const target = `PodDisruptionBudget ${name}`;
  return all(set(target, "spec.maxUnavailable", undefined), set(target, "spec.minAvailable", minAvailable));
}

function grace(target: string, seconds: number | undefined): Edit {
  return set(target, `${POD}.terminationGracePeriodSeconds`, seconds);
}
