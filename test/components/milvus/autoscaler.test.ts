import { describe, expect, it } from "vitest";
import { environmentApplication } from "../../../generator/argocd/application.ts";
import { milvus } from "../../../generator/components/milvus/index.ts";
import type { Autoscaling, Role } from "../../../generator/model/environment.ts";
import { aPlatform } from "../../argocd/platform.ts";
import { anAutoscaling, anEnvironment } from "../../support/environments.ts";
import { aMilvus } from "./environments.ts";

const BOTH: Autoscaling = anAutoscaling({ memory: 80 });
const SCALE_DOWN = {
  stabilizationWindowSeconds: 600,
  selectPolicy: "Max",
  policies: [{ type: "Pods", value: 1, periodSeconds: 300 }],
};

describe("a role with an autoscaler", () => {
  it("has one that counts its pods between both numbers, slowly downwards, and comes last", () => {
    expect(objectOf("horizontalpodautoscaler", { replicas: 2, autoscaling: BOTH })).toEqual({
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: expect.objectContaining({
        name: "milvus-querynode",
        annotations: { "argocd.argoproj.io/sync-wave": "20" },
      }),
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "milvus-querynode" },
        minReplicas: 2,
        maxReplicas: 8,
        metrics: [utilization("cpu", 60), utilization("memory", 80)],
        behavior: { scaleDown: SCALE_DOWN },
      },
    });
  });

  it.each([
    { target: { cpu: 60, memory: undefined }, metrics: [utilization("cpu", 60)] },
    { target: { cpu: undefined, memory: 80 }, metrics: [utilization("memory", 80)] },
  ])("looks only at what it was told: $target", ({ target, metrics }) => {
    const scaler = objectOf("horizontalpodautoscaler", { autoscaling: anAutoscaling(target) });

    expect(scaler).toMatchObject({ spec: { metrics } });
  });

  it("has no number of replicas in its Deployment, and others keep theirs", () => {
    expect(objectOf("deployment", { autoscaling: BOTH })?.spec).not.toHaveProperty("replicas");
    expect(objectOf("deployment", { replicas: 3 })).toMatchObject({ spec: { replicas: 3 } });
    expect(objectOf("horizontalpodautoscaler", { replicas: 3 })).toBeUndefined();
  });

  it("is counted by KEDA where that is asked for, as by the other, and by what Prometheus answers", () => {
    const prometheus = [{ query: "sum(up)", threshold: 0.5, serverAddress: "http://prometheus.monitoring:9090" }];
    const autoscaling: Autoscaling = { ...BOTH, by: "keda", prometheus };

    expect(objectOf("horizontalpodautoscaler", { replicas: 2, autoscaling })).toBeUndefined();
    expect(objectOf("scaledobject", { replicas: 2, autoscaling })).toEqual({
      apiVersion: "keda.sh/v1alpha1",
      kind: "ScaledObject",
      metadata: expect.objectContaining({
        name: "milvus-querynode",
        annotations: {
          "argocd.argoproj.io/sync-options": "SkipDryRunOnMissingResource=true",
          "argocd.argoproj.io/sync-wave": "20",
          "scaledobject.keda.sh/transfer-hpa-ownership": "true",
        },
      }),
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "milvus-querynode" },
        minReplicaCount: 2,
        maxReplicaCount: 8,
        advanced: {
          horizontalPodAutoscalerConfig: {
            name: "milvus-querynode",
            behavior: { scaleDown: SCALE_DOWN },
          },
        },
        triggers: [
          { type: "cpu", metricType: "Utilization", metadata: { value: "60" } },
          { type: "memory", metricType: "Utilization", metadata: { value: "80" } },
          {
            type: "prometheus",
            metricType: "AverageValue",
            metadata: {
              ignoreNullValues: "false",
              query: "sum(up)",
              serverAddress: "http://prometheus.monitoring:9090",
              threshold: "0.5",
            },
          },
        ],
      },
    });
    expect(objectOf("deployment", { autoscaling })?.spec).not.toHaveProperty("replicas");
  });

  it.each([
    { replicas: 1, budget: undefined },
    { replicas: 2, budget: expect.objectContaining({ spec: expect.objectContaining({ maxUnavailable: 1 }) }) },
  ])("has a budget by its fewest pods, $replicas", ({ replicas, budget }) => {
    expect(objectOf("poddisruptionbudget", { replicas, autoscaling: BOTH })).toEqual(budget);
  });

  it("is the only one whose number Argo CD leaves alone", () => {
    const spec = (role: Partial<Role>) =>
      environmentApplication(aPlatform(), anEnvironment({ milvus: aMilvus("2.6", "mixed", { queryNode: role }) })).spec as {
        readonly ignoreDifferences?: unknown;
        readonly syncPolicy: { readonly syncOptions: readonly string[] };
      };

    for (const by of ["hpa", "keda"] as const) {
      expect(spec({ autoscaling: { ...BOTH, by } }).ignoreDifferences).toEqual([
        { group: "apps", kind: "Deployment", name: "milvus-querynode", jsonPointers: ["/spec/replicas"] },
      ]);
    }
    expect(spec({ autoscaling: BOTH }).syncPolicy.syncOptions).toContain("RespectIgnoreDifferences=true");
    expect(spec({})).not.toHaveProperty("ignoreDifferences");
    expect(spec({}).syncPolicy.syncOptions).not.toContain("RespectIgnoreDifferences=true");
  });
});

function utilization(name: string, averageUtilization: number) {
  return { type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization } } };
}

function objectOf(file: string, role: Partial<Role>) {
  const units = milvus.units(anEnvironment({ milvus: aMilvus("2.6", "mixed", { queryNode: role }) }));
  const unit = units.find(({ path }) => path === "milvus/querynode");
  return unit?.resources.find((resource) => resource.file === file)?.object;
}
