import { describe, expect, it } from "vitest";
import { zookeeperProbes } from "../../../generator/components/pulsar/probes.ts";
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
  WRITABLE_MOUNTS,
  wave,
} from "./expected.ts";
import { containerOf, objectOf, valuesOf } from "./units.ts";

const UNIT = "pulsar/zookeeper";

const START = `set -e
cp conf/zookeeper.conf /pulsar/run/zookeeper.conf
bin/apply-config-from-env.py /pulsar/run/zookeeper.conf
export PULSAR_ZK_CONF=/pulsar/run/zookeeper.conf
echo >> /pulsar/run/zookeeper.conf
for member in $ZOOKEEPER_MEMBERS; do
  echo "$member" >> /pulsar/run/zookeeper.conf
done
mkdir -p /pulsar/data/zookeeper
echo $((\${POD_NAME##*-} + 1)) > /pulsar/data/zookeeper/myid
exec bin/pulsar zookeeper`;

describe("zookeeper", () => {
  it("runs guarded members that start together and know each other by name", () => {
    expect(objectOf(aPulsarCluster(), UNIT, "statefulset")).toEqual({
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "pulsar-zookeeper", labels: labels("zookeeper"), annotations: { ...GUARDS, ...wave(0) } },
      spec: {
        replicas: 3,
        serviceName: "pulsar-zookeeper-headless",
        podManagementPolicy: "Parallel",
        updateStrategy: { type: "RollingUpdate" },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        selector: { matchLabels: selector("zookeeper") },
        template: {
          metadata: { labels: labels("zookeeper") },
          spec: podSpec("pulsar-zookeeper", 30, {
            containers: [
              {
                ...container("zookeeper", START, [
                  ...POD_ENV,
                  ...env({
                    PULSAR_MEM: "-Xms512m -Xmx512m -XX:MaxDirectMemorySize=512m -XX:+ExitOnOutOfMemoryError",
                    PULSAR_GC_LOG: NO_GC_LOG,
                    ZOOKEEPER_MEMBERS:
                      "server.1=pulsar-zookeeper-0.pulsar-zookeeper-headless.$(POD_NAMESPACE).svc:2888:3888 " +
                      "server.2=pulsar-zookeeper-1.pulsar-zookeeper-headless.$(POD_NAMESPACE).svc:2888:3888 " +
                      "server.3=pulsar-zookeeper-2.pulsar-zookeeper-headless.$(POD_NAMESPACE).svc:2888:3888",
                    PULSAR_PREFIX_dataDir: "/pulsar/data/zookeeper",
                    PULSAR_PREFIX_quorumListenOnAllIPs: "true",
                  }),
                ]),
                ports: [port("client", 2181), port("follower", 2888), port("election", 3888), port("http", 8000)],
                ...zookeeperProbes(),
                resources: RESOURCES,
                volumeMounts: [{ name: "data", mountPath: "/pulsar/data" }, ...WRITABLE_MOUNTS],
              },
            ],
          }),
        },
        volumeClaimTemplates: [claim("zookeeper", "data", "20Gi")],
      },
    });
  });

  it("names a lone member too, which ZooKeeper then runs without a quorum", () => {
    const cluster = aPulsarCluster();
    const lone = { ...cluster, zookeeper: { ...cluster.zookeeper, replicas: 1 } };

    expect(valuesOf(containerOf(lone, UNIT)).ZOOKEEPER_MEMBERS).toBe(
      "server.1=pulsar-zookeeper-0.pulsar-zookeeper-headless.$(POD_NAMESPACE).svc:2888:3888",
    );
  });

  it("offers clients the quorum, and members each other before they are ready", () => {
    expect(objectOf(aPulsarCluster(), UNIT, "service")?.spec).toEqual({
      type: "ClusterIP",
      selector: selector("zookeeper"),
      ports: [servicePort("client", 2181)],
    });
    expect(objectOf(aPulsarCluster(), UNIT, "service-headless")?.spec).toEqual({
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: selector("zookeeper"),
      ports: [servicePort("client", 2181), servicePort("follower", 2888), servicePort("election", 3888)],
    });
  });
});
