import { describe, expect, it } from "vitest";
import type { PlatformFile } from "../../../generator/config/index.ts";
import { resolvePlatform } from "../../../generator/model/resolve/index.ts";
import { PLATFORM } from "../../support/repository.ts";

type Settings = NonNullable<NonNullable<PlatformFile["addons"]>["logging"]>;

describe("logging", () => {
  it("is nothing unless it is asked for", () => {
    expect(resolvePlatform(PLATFORM)).toMatchObject({ logging: undefined, addons: [] });
  });

  it("has an operator that manages its namespace alone", () => {
    const values = { replicaCount: 2, webhook: { enabled: true } };

    expect(resolve({ namespace: "logs", operator: { values } }).addons).toEqual([
      {
        name: "eck",
        cluster: { server: "https://kubernetes.default.svc" },
        namespace: "elastic-system",
        chart: { repository: "https://helm.elastic.co", name: "eck-operator", version: "3.5.0" },
        values: {
          image: { repository: "docker.elastic.co/eck/eck-operator" },
          managedNamespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "logs" } },
          telemetry: { disabled: true },
          webhook: { enabled: true },
          replicaCount: 2,
        },
      },
    ]);
  });

  it.each([
    {
      title: "others run one",
      settings: { operator: { enabled: false, namespace: "eck" } },
      store: { type: "own", operatorNamespace: "eck" },
    },
    {
      title: "there is nothing to run",
      settings: { existing: { url: "https://logs.example.com", secretName: "logs" } },
      store: { type: "existing" },
    },
  ])("has no operator where $title", ({ settings, store }) => {
    const { addons, logging } = resolve(settings);

    expect(addons).toEqual([]);
    expect(logging?.store).toMatchObject(store);
  });

  it("fills in what a person leaves out, down to single numbers", () => {
    const { logging } = resolve({ elasticsearch: { resources: { limits: { memory: "8Gi" } } } });

    expect(logging).toMatchObject({
      namespace: "logging",
      retentionDays: 14,
      store: {
        type: "own",
        elasticsearch: { nodes: 1, storage: { size: "50Gi" }, resources: { limits: { cpu: "2", memory: "8Gi" } } },
      },
      fluentd: { buffer: "1Gi", image: { repository: "fluent/fluentd-kubernetes-daemonset" } },
    });
  });
});

function resolve(logging: Settings) {
  return resolvePlatform({ ...PLATFORM, addons: { logging } });
}
