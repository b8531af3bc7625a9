import { describe, expect, it } from "vitest";
import { brokerEnv } from "../../../generator/components/pulsar/broker-env.ts";
import { initialiseCluster } from "../../../generator/components/pulsar/cluster-metadata.ts";
import { brokerProbes } from "../../../generator/components/pulsar/probes.ts";
import { anEnvironment, aPulsarCluster } from "../../support/environments.ts";
import {
  container,
  env,
  labels,
  NO_GC_LOG,
  POD_ENV,
  podSpec,
  port,
  RESOURCES,
  selector,
  servicePort,
  TOOL_RESOURCES,
  WRITABLE_MOUNTS,
  wave,
} from "./expected.ts";
import { aPulsarHome, runScript } from "./shell.ts";
import { objectOf } from "./units.ts";

const UNIT = "pulsar/broker";

const START = `set -e
cp conf/broker.conf /pulsar/run/broker.conf
bin/apply-config-from-env.py /pulsar/run/broker.conf
export PULSAR_BROKER_CONF=/pulsar/run/broker.conf
stale="/loadbalance/brokers/$PULSAR_PREFIX_advertisedAddress:8080"
while PULSAR_MEM=-Xmx128M PULSAR_GC=-XX:+UseSerialGC \\
  timeout 60 bin/pulsar zookeeper-shell -server pulsar-zookeeper:2181 get "$stale" > /dev/null 2>&1; do
  echo "$stale is still there"
  sleep 5
done
echo OK > /pulsar/run/status
exec bin/pulsar broker`;

describe("broker", () => {
  it("runs brokers with names of their own and nothing to lose", () => {
    expect(objectOf(aPulsarCluster(), UNIT, "statefulset")).toEqual({
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "pulsar-broker", labels: labels("broker"), annotations: wave(2) },
      spec: {
        replicas: 2,
        serviceName: "pulsar-broker-headless",
        podManagementPolicy: "Parallel",
        updateStrategy: { type: "RollingUpdate" },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        selector: { matchLabels: selector("broker") },
        template: {
          metadata: { labels: labels("broker") },
          spec: podSpec("pulsar-broker", 90, {
            initContainers: [
              {
                ...container("initialise-cluster", initialiseCluster(anEnvironment()), [
                  ...POD_ENV,
                  ...env({
                    BOOKIE_MEM: "-Xmx128M",
                    BOOKIE_GC: "-XX:+UseSerialGC",
                    BOOKIE_GC_LOG: NO_GC_LOG,
                    PULSAR_PREFIX_metadataServiceUri: "zk+hierarchical://pulsar-zookeeper:2181/ledgers",
                    PULSAR_MEM: "-Xmx128M",
                    PULSAR_GC: "-XX:+UseSerialGC",
                    PULSAR_GC_LOG: NO_GC_LOG,
                  }),
                ]),
                resources: TOOL_RESOURCES,
                volumeMounts: WRITABLE_MOUNTS,
              },
            ],
            containers: [
              {
                ...container("broker", START, brokerEnv(aPulsarCluster())),
                ports: [port("pulsar", 6650), port("http", 8080)],
                ...brokerProbes(false),
                resources: RESOURCES,
                volumeMounts: WRITABLE_MOUNTS,
              },
            ],
          }),
        },
      },
    });
  });

  it.each([
    { what: "starts at once where its name is free", facts: [], waits: 0 },
    { what: "waits until its name is free again after it was killed", facts: ["registered"], waits: 1 },
  ] as const)("$what", ({ facts, waits }) => {
    const address = "pulsar-broker-0.pulsar-broker-headless.milvus-prod.svc";
    const ask = `pulsar zookeeper-shell -server pulsar-zookeeper:2181 get /loadbalance/brokers/${address}:8080`;

    const run = runScript(aPulsarHome(facts), START, "pulsar-broker-0", { PULSAR_PREFIX_advertisedAddress: address });

    expect(run).toEqual({ status: 0, calls: [...Array.from({ length: waits + 1 }, () => ask), "pulsar broker"] });
  });

  it("serves clients when ready, and proxies by name before that", () => {
    const ports = [servicePort("pulsar", 6650), servicePort("http", 8080)];

    expect(objectOf(aPulsarCluster(), UNIT, "service")?.spec).toEqual({
      type: "ClusterIP",
      selector: selector("broker"),
      ports,
    });
    expect(objectOf(aPulsarCluster(), UNIT, "service-headless")?.spec).toEqual({
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: selector("broker"),
      ports,
    });
  });
});

describe("brokerEnv", () => {
  it("says where metadata lies, who the broker is, how many copies a message has and how long it is kept", () => {
    const cluster = aPulsarCluster({
      maxMessageSize: 10_485_760,
      ensembleSize: 4,
      writeQuorum: 3,
      ackQuorum: 2,
      retention: {
        minutes: 60,
        megabytes: 2048,
        backlogGigabytes: 16,
        backlogPolicy: "producer_exception",
        ttlSeconds: 7200,
      },
    });
    const broker = { ...cluster.broker, jvm: { heap: "4g", directMemory: "8g" } };

    expect(brokerEnv({ ...cluster, broker })).toEqual([
      ...POD_ENV,
      ...env({
        PULSAR_MEM: "-Xms4g -Xmx4g -XX:MaxDirectMemorySize=8g -XX:+ExitOnOutOfMemoryError",
        PULSAR_GC_LOG: NO_GC_LOG,
        PULSAR_PREFIX_metadataStoreUrl: "zk:pulsar-zookeeper:2181",
        PULSAR_PREFIX_configurationMetadataStoreUrl: "zk:pulsar-zookeeper:2181",
        PULSAR_PREFIX_clusterName: "pulsar",
        PULSAR_PREFIX_advertisedAddress: "$(POD_NAME).pulsar-broker-headless.$(POD_NAMESPACE).svc",
        PULSAR_PREFIX_brokerServicePort: "6650",
        PULSAR_PREFIX_webServicePort: "8080",
        PULSAR_PREFIX_numHttpServerThreads: "8",
        PULSAR_PREFIX_statusFilePath: "/pulsar/run/status",
        PULSAR_PREFIX_functionsWorkerEnabled: "false",
        PULSAR_PREFIX_managedLedgerDefaultEnsembleSize: "4",
        PULSAR_PREFIX_managedLedgerDefaultWriteQuorum: "3",
        PULSAR_PREFIX_managedLedgerDefaultAckQuorum: "2",
        PULSAR_PREFIX_maxMessageSize: "10485760",
        PULSAR_PREFIX_defaultRetentionTimeInMinutes: "60",
        PULSAR_PREFIX_defaultRetentionSizeInMB: "2048",
        PULSAR_PREFIX_backlogQuotaDefaultLimitGB: "16",
        PULSAR_PREFIX_backlogQuotaDefaultRetentionPolicy: "producer_exception",
        PULSAR_PREFIX_ttlDurationDefaultInSeconds: "7200",
        PULSAR_PREFIX_subscriptionExpirationTimeMinutes: "3",
      }),
    ]);
  });
});
