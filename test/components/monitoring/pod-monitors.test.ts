import { describe, expect, it } from "vitest";
import { monitoring } from "../../../generator/components/monitoring/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { aMonitoring, anEnvironment, aPulsarStandalone, aTls } from "../../support/environments.ts";

const ON = aMonitoring({ enabled: true, interval: "15s", labels: { release: "stack" } });

describe("the monitors", () => {
  it("take every pod of a program where it tells its metrics, and carry the labels of the operator's selector", () => {
    expect(resourcesOf({ monitoring: ON }).find(({ file }) => file === "podmonitor-minio")?.object).toEqual({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PodMonitor",
      metadata: {
        name: "minio",
        labels: {
          "app.kubernetes.io/component": "monitoring",
          "app.kubernetes.io/instance": "milvus",
          "app.kubernetes.io/managed-by": "milvus-gitops",
          "app.kubernetes.io/name": "milvus",
          "app.kubernetes.io/part-of": "milvus",
          release: "stack",
        },
        annotations: {
          "argocd.argoproj.io/sync-options": "SkipDryRunOnMissingResource=true",
          "argocd.argoproj.io/sync-wave": "20",
        },
      },
      spec: {
        selector: { matchLabels: { "app.kubernetes.io/name": "minio" } },
        podTargetLabels: ["app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component"],
        podMetricsEndpoints: [
          { port: "api", path: "/minio/v2/metrics/cluster", interval: "15s" },
          { port: "api", path: "/minio/v2/metrics/node", interval: "15s" },
        ],
      },
    });
  });

  it("name the port and the path of each program", () => {
    expect(endpointsOf({ monitoring: ON })).toEqual({
      etcd: ["client/metrics"],
      minio: ["api/minio/v2/metrics/cluster", "api/minio/v2/metrics/node"],
      pulsar: ["http/metrics"],
      milvus: ["metrics/metrics"],
    });
  });

  it("trust the authority of an encrypted MinIO, and ask etcd where it wants no certificate", () => {
    const tls = aTls({ etcd: true, objectStorage: true });

    expect(endpointsOf({ monitoring: ON, tls }).etcd).toEqual(["metrics/metrics"]);
    expect(resourcesOf({ monitoring: ON, tls }).find(({ file }) => file === "podmonitor-minio")?.object.spec).toMatchObject({
      podMetricsEndpoints: [
        {
          path: "/minio/v2/metrics/cluster",
          scheme: "https",
          tlsConfig: { ca: { secret: { name: "minio-tls", key: "ca.crt" } }, serverName: "minio" },
        },
        { path: "/minio/v2/metrics/node", scheme: "https" },
      ],
    });
  });

  it("are those of the programs that the environment runs itself", () => {
    const outside: Partial<Environment> = {
      etcd: { mode: "external", rootPath: "by-dev", endpoints: ["etcd.example.com:2379"] },
      messageQueue: { type: "woodpecker", channelPrefix: "by-dev" },
    };

    expect(Object.keys(endpointsOf({ monitoring: ON, ...outside }))).toEqual(["minio", "milvus"]);
    expect(Object.keys(endpointsOf({ monitoring: ON, messageQueue: aPulsarStandalone() }))).toContain("pulsar");
  });

  it("are none unless the environment asks for them", () => {
    expect(monitoring.units(anEnvironment())).toEqual([]);
  });
});

function endpointsOf(overrides: Partial<Environment>): Record<string, string[]> {
  const monitors = resourcesOf(overrides).filter(({ object }) => object.kind === "PodMonitor");
  return Object.fromEntries(
    monitors.map(({ object }) => {
      const { podMetricsEndpoints } = object.spec as { podMetricsEndpoints: { port: string; path: string }[] };
      return [object.metadata.name, podMetricsEndpoints.map(({ port, path }) => `${port}${path}`)];
    }),
  );
}

function resourcesOf(overrides: Partial<Environment>) {
  return monitoring.units(anEnvironment(overrides)).flatMap(({ resources }) => resources);
}
