import { describe, expect, it } from "vitest";
import { proxyProbes } from "../../../generator/components/pulsar/probes.ts";
import { PULSAR_BINARY } from "../../../generator/model/ports.ts";
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
  servicePort,
  WRITABLE_MOUNTS,
  wave,
} from "./expected.ts";
import { objectOf } from "./units.ts";

const START = `set -e
cp conf/proxy.conf /pulsar/run/proxy.conf
bin/apply-config-from-env.py /pulsar/run/proxy.conf
export PULSAR_PROXY_CONF=/pulsar/run/proxy.conf
echo OK > /pulsar/run/status
exec bin/pulsar proxy`;

describe("proxy", () => {
  it("leads to the brokers and waits for nothing", () => {
    expect(objectOf(aPulsarCluster(), "pulsar/proxy", "deployment")).toEqual({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "pulsar-proxy", labels: labels("proxy"), annotations: wave(3) },
      spec: {
        replicas: 2,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
        selector: { matchLabels: selector("proxy") },
        template: {
          metadata: { labels: labels("proxy") },
          spec: podSpec("pulsar-proxy", 30, {
            containers: [
              {
                ...container("proxy", START, [
                  ...POD_ENV,
                  ...env({
                    PULSAR_MEM: "-Xms512m -Xmx512m -XX:MaxDirectMemorySize=512m -XX:+ExitOnOutOfMemoryError",
                    PULSAR_GC_LOG: NO_GC_LOG,
                    PULSAR_PREFIX_brokerServiceURL: "pulsar://pulsar-broker:6650",
                    PULSAR_PREFIX_brokerWebServiceURL: "http://pulsar-broker:8080",
                    PULSAR_PREFIX_clusterName: "pulsar",
                    PULSAR_PREFIX_servicePort: "6650",
                    PULSAR_PREFIX_webServicePort: "8080",
                    PULSAR_PREFIX_httpNumThreads: "8",
                    PULSAR_PREFIX_statusFilePath: "/pulsar/run/status",
                  }),
                ]),
                ports: [port("pulsar", 6650), port("http", 8080)],
                ...proxyProbes(PULSAR_BINARY),
                resources: RESOURCES,
                volumeMounts: WRITABLE_MOUNTS,
              },
            ],
          }),
        },
      },
    });
  });

  it("is what Milvus talks to", () => {
    expect(objectOf(aPulsarCluster(), "pulsar/proxy", "service")?.spec).toEqual({
      type: "ClusterIP",
      selector: selector("proxy"),
      ports: [servicePort("pulsar", 6650), servicePort("http", 8080)],
    });
  });
});
