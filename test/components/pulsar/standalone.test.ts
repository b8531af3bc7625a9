import { describe, expect, it } from "vitest";
import { brokerProbes } from "../../../generator/components/pulsar/probes.ts";
import { PULSAR_BINARY } from "../../../generator/model/ports.ts";
import { aPulsarStandalone } from "../../support/environments.ts";
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
import { objectOf } from "./units.ts";

const UNIT = "pulsar/standalone";

const START = `set -e
cp conf/standalone.conf /pulsar/run/standalone.conf
bin/apply-config-from-env.py /pulsar/run/standalone.conf
export PULSAR_STANDALONE_CONF=/pulsar/run/standalone.conf
echo OK > /pulsar/run/status
exec bin/pulsar standalone --no-functions-worker --no-stream-storage`;

describe("standalone", () => {
  it("is one guarded pod that keeps everything on its claim and is known by its own name", () => {
    expect(objectOf(aPulsarStandalone({ maxMessageSize: 10_485_760 }), UNIT, "statefulset")).toEqual({
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "pulsar-standalone", labels: labels("standalone"), annotations: { ...GUARDS, ...wave(0) } },
      spec: {
        replicas: 1,
        serviceName: "pulsar-standalone-headless",
        podManagementPolicy: "Parallel",
        updateStrategy: { type: "RollingUpdate" },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        selector: { matchLabels: selector("standalone") },
        template: {
          metadata: { labels: labels("standalone") },
          spec: podSpec("pulsar-standalone", 90, {
            containers: [
              {
                ...container("standalone", START, [
                  ...POD_ENV,
                  ...env({
                    PULSAR_MEM: "-Xms1g -Xmx1g -XX:MaxDirectMemorySize=512m -XX:+ExitOnOutOfMemoryError",
                    PULSAR_GC_LOG: NO_GC_LOG,
                    PULSAR_STANDALONE_USE_ZOOKEEPER: "1",
                    PULSAR_PREFIX_advertisedAddress: "$(POD_NAME).pulsar-standalone-headless.$(POD_NAMESPACE).svc",
                    PULSAR_PREFIX_brokerServicePort: "6650",
                    PULSAR_PREFIX_webServicePort: "8080",
                    PULSAR_PREFIX_numHttpServerThreads: "8",
                    PULSAR_PREFIX_statusFilePath: "/pulsar/run/status",
                    PULSAR_PREFIX_nettyMaxFrameSizeBytes: "10496000",
                    PULSAR_PREFIX_maxMessageSize: "10485760",
                    PULSAR_PREFIX_defaultRetentionTimeInMinutes: "4320",
                    PULSAR_PREFIX_defaultRetentionSizeInMB: "-1",
                    PULSAR_PREFIX_backlogQuotaDefaultLimitGB: "8",
                    PULSAR_PREFIX_backlogQuotaDefaultRetentionPolicy: "producer_request_hold",
                    PULSAR_PREFIX_ttlDurationDefaultInSeconds: "259200",
                    PULSAR_PREFIX_subscriptionExpirationTimeMinutes: "3",
                  }),
                ]),
                ports: [port("pulsar", 6650), port("http", 8080)],
                ...brokerProbes(false, PULSAR_BINARY),
                resources: RESOURCES,
                volumeMounts: [{ name: "data", mountPath: "/pulsar/data" }, ...WRITABLE_MOUNTS],
              },
            ],
          }),
        },
        volumeClaimTemplates: [claim("standalone", "data", "20Gi")],
      },
    });
  });

  it("is named before it is ready, because it calls itself while it starts", () => {
    const ports = [servicePort("pulsar", 6650), servicePort("http", 8080)];

    expect(objectOf(aPulsarStandalone(), UNIT, "service-headless")?.spec).toEqual({
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: selector("standalone"),
      ports,
    });
    expect(objectOf(aPulsarStandalone(), UNIT, "service")?.spec).toEqual({
      type: "ClusterIP",
      selector: selector("standalone"),
      ports,
    });
  });
});
