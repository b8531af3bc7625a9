import { describe, expect, it } from "vitest";
import { INITIALISE_BOOKKEEPER } from "../../../generator/components/pulsar/bookkeeper-metadata.ts";
import { bookieProbes } from "../../../generator/components/pulsar/probes.ts";
import { aPulsarCluster } from "../../support/environments.ts";
import {
  claim,
  container,
  env,
  GUARDS,
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
import { containerOf, objectOf, valuesOf } from "./units.ts";

const UNIT = "pulsar/bookkeeper";

const START = `set -e
cp conf/bookkeeper.conf /pulsar/run/bookkeeper.conf
bin/apply-config-from-env.py /pulsar/run/bookkeeper.conf
export PULSAR_BOOKKEEPER_CONF=/pulsar/run/bookkeeper.conf
export BOOKIE_CONF=/pulsar/run/bookkeeper.conf
exec bin/pulsar bookie`;

describe("bookkeeper", () => {
  it("runs guarded bookies with a journal and ledgers each, after the cluster has its identity", () => {
    expect(objectOf(aPulsarCluster(), UNIT, "statefulset")).toEqual({
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "pulsar-bookkeeper", labels: labels("bookkeeper"), annotations: { ...GUARDS, ...wave(1) } },
      spec: {
        replicas: 3,
        serviceName: "pulsar-bookkeeper-headless",
        podManagementPolicy: "Parallel",
        updateStrategy: { type: "RollingUpdate" },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        selector: { matchLabels: selector("bookkeeper") },
        template: {
          metadata: { labels: labels("bookkeeper") },
          spec: podSpec("pulsar-bookkeeper", 60, {
            initContainers: [
              {
                ...container("initialise-bookkeeper", INITIALISE_BOOKKEEPER, [
                  ...POD_ENV,
                  ...env({
                    BOOKIE_MEM: "-Xmx128M",
                    BOOKIE_GC: "-XX:+UseSerialGC",
                    BOOKIE_GC_LOG: NO_GC_LOG,
                    PULSAR_PREFIX_metadataServiceUri: "zk+hierarchical://pulsar-zookeeper:2181/ledgers",
                  }),
                ]),
                resources: TOOL_RESOURCES,
                volumeMounts: WRITABLE_MOUNTS,
              },
            ],
            containers: [
              {
                ...container("bookkeeper", START, [
                  ...POD_ENV,
                  ...env({
                    BOOKIE_MEM: "-Xms512m -Xmx512m -XX:MaxDirectMemorySize=512m -XX:+ExitOnOutOfMemoryError",
                    BOOKIE_GC_LOG: NO_GC_LOG,
                    PULSAR_PREFIX_metadataServiceUri: "zk+hierarchical://pulsar-zookeeper:2181/ledgers",
                    PULSAR_PREFIX_advertisedAddress: "$(POD_NAME).pulsar-bookkeeper-headless.$(POD_NAMESPACE).svc",
                    PULSAR_PREFIX_bookiePort: "3181",
                    PULSAR_PREFIX_journalDirectories: "/pulsar/data/bookkeeper/journal",
                    PULSAR_PREFIX_ledgerDirectories: "/pulsar/data/bookkeeper/ledgers",
                    PULSAR_PREFIX_journalMaxBackups: "0",
                    PULSAR_PREFIX_autoRecoveryDaemonEnabled: "false",
                    PULSAR_PREFIX_httpServerEnabled: "true",
                    PULSAR_PREFIX_httpServerPort: "8000",
                    PULSAR_PREFIX_nettyMaxFrameSizeBytes: "5253120",
                  }),
                ]),
                ports: [port("bookie", 3181), port("http", 8000)],
                ...bookieProbes(),
                resources: RESOURCES,
                volumeMounts: [
                  { name: "journal", mountPath: "/pulsar/data/bookkeeper/journal" },
                  { name: "ledgers", mountPath: "/pulsar/data/bookkeeper/ledgers" },
                  ...WRITABLE_MOUNTS,
                ],
              },
            ],
          }),
        },
        volumeClaimTemplates: [claim("bookkeeper", "journal", "50Gi"), claim("bookkeeper", "ledgers", "100Gi")],
      },
    });
  });

  it("takes frames 10 KiB larger than the largest message", () => {
    const values = valuesOf(containerOf(aPulsarCluster({ maxMessageSize: 104_857_600 }), UNIT));

    expect(values.PULSAR_PREFIX_nettyMaxFrameSizeBytes).toBe("104867840");
  });

  it("names bookies before they are ready, so that they register under a name that resolves", () => {
    expect(objectOf(aPulsarCluster(), UNIT, "service-headless")?.spec).toEqual({
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: selector("bookkeeper"),
      ports: [servicePort("bookie", 3181)],
    });
  });
});
