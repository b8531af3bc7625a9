import { describe, expect, it } from "vitest";
import { WAIT_FOR_BOOKKEEPER } from "../../../generator/components/pulsar/bookkeeper-metadata.ts";
import { autorecoveryProbes } from "../../../generator/components/pulsar/probes.ts";
import { aPulsarCluster } from "../../support/environments.ts";
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
  TOOL_RESOURCES,
  WRITABLE_MOUNTS,
  wave,
} from "./expected.ts";
import { objectOf } from "./units.ts";

const START = `set -e
cp conf/bookkeeper.conf /pulsar/run/bookkeeper.conf
bin/apply-config-from-env.py /pulsar/run/bookkeeper.conf
export PULSAR_BOOKKEEPER_CONF=/pulsar/run/bookkeeper.conf
export BOOKIE_CONF=/pulsar/run/bookkeeper.conf
exec bin/bookkeeper autorecovery`;

describe("autorecovery", () => {
  it("keeps nothing, waits for the bookies' identity, and reads frames as large as theirs", () => {
    expect(objectOf(aPulsarCluster(), "pulsar/autorecovery", "deployment")).toEqual({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "pulsar-autorecovery", labels: labels("autorecovery"), annotations: wave(1) },
      spec: {
        replicas: 1,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
        selector: { matchLabels: selector("autorecovery") },
        template: {
          metadata: { labels: labels("autorecovery") },
          spec: podSpec("pulsar-autorecovery", 30, {
            initContainers: [
              {
                ...container("wait-for-bookkeeper", WAIT_FOR_BOOKKEEPER, [
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
                ...container("autorecovery", START, [
                  ...POD_ENV,
                  ...env({
                    BOOKIE_MEM: "-Xms512m -Xmx512m -XX:MaxDirectMemorySize=512m -XX:+ExitOnOutOfMemoryError",
                    BOOKIE_GC_LOG: NO_GC_LOG,
                    PULSAR_PREFIX_metadataServiceUri: "zk+hierarchical://pulsar-zookeeper:2181/ledgers",
                    PULSAR_PREFIX_httpServerEnabled: "true",
                    PULSAR_PREFIX_httpServerPort: "8000",
                    PULSAR_PREFIX_nettyMaxFrameSizeBytes: "5253120",
                  }),
                ]),
                ports: [port("http", 8000)],
                ...autorecoveryProbes(),
                resources: RESOURCES,
                volumeMounts: WRITABLE_MOUNTS,
              },
            ],
          }),
        },
      },
    });
  });
});
