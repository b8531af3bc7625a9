import { describe, expect, it } from "vitest";
import { autoscaledReplicasIgnored, differencesStayVisible } from "../../../generator/checks/gitops/differences.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { anAutoscaling, anEnvironment } from "../../support/environments.ts";
import { withField } from "../objects.ts";
import { environmentOf, platformOf, soundApps } from "./objects.ts";

const AUTOSCALER: KubernetesObject = {
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name: "milvus-proxy", namespace: "milvus-prod" },
  spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "milvus-proxy" } },
};
const REPLICAS = { group: "apps", kind: "Deployment", name: "milvus-proxy", jsonPointers: ["/spec/replicas"] };

describe("differencesStayVisible", () => {
  it("accepts Applications that ignore nothing, or the number of what an autoscaler or KEDA scales", () => {
    expect(differencesStayVisible.find(treeOf(undefined))).toEqual([]);
    expect(differencesStayVisible.find(treeOf([REPLICAS]))).toEqual([]);
    expect(differencesStayVisible.find(treeOf([REPLICAS], { ...AUTOSCALER, kind: "ScaledObject" }))).toEqual([]);
  });

  it.each([
    { entry: { ...REPLICAS, name: "milvus-querynode" }, message: "It ignores /spec/replicas of Deployment milvus-querynode." },
    { entry: { ...REPLICAS, name: undefined }, message: "It ignores /spec/replicas of Deployment any." },
    { entry: { ...REPLICAS, group: undefined }, message: "It ignores /spec/replicas of Deployment milvus-proxy." },
    { entry: { ...REPLICAS, jsonPointers: ["/spec"] }, message: "It ignores /spec of Deployment milvus-proxy." },
    {
      entry: { ...REPLICAS, jqPathExpressions: [".spec.template"] },
      message: "It ignores /spec/replicas, .spec.template of Deployment milvus-proxy.",
    },
    {
      entry: { ...REPLICAS, managedFieldsManagers: ["kubectl"] },
      message: "It ignores /spec/replicas, what kubectl wrote of Deployment milvus-proxy.",
    },
  ])("refuses $entry", ({ entry, message }) => {
    expect(differencesStayVisible.find(treeOf([entry]))).toEqual([{ subject: "Application argocd/milvus-prod", message }]);
  });
});

describe("autoscaledReplicasIgnored", () => {
  const { milvus } = anEnvironment();
  const autoscaling = anAutoscaling();
  const scaled = { ...milvus, roles: milvus.roles.map((role) => (role.name === "proxy" ? { ...role, autoscaling } : role)) };
  const options = (...more: string[]) => withField(soundApps(), "Application milvus-prod", "spec.syncPolicy.syncOptions", more);
  const find = (apps: readonly KubernetesObject[], entries: readonly object[]) =>
    autoscaledReplicasIgnored.find(
      platformOf(withField(apps, "Application milvus-prod", "spec.ignoreDifferences", entries), [
        environmentOf("prod", [], { milvus: scaled }),
      ]),
    );
  const broken = [
    {
      subject: "Application argocd/milvus-prod",
      message: "It does not leave /spec/replicas of Deployment milvus-proxy to its autoscaler.",
    },
  ];

  it("accepts an Application that leaves the number alone when it syncs", () => {
    expect(find(options("RespectIgnoreDifferences=true"), [REPLICAS])).toEqual([]);
    expect(autoscaledReplicasIgnored.find(treeOf(undefined))).toEqual([]);
  });

  it("refuses one that does not ignore it, and one that ignores it only when it compares", () => {
    expect(find(options("RespectIgnoreDifferences=true"), [])).toEqual(broken);
    expect(find(soundApps(), [REPLICAS])).toEqual(broken);
  });
});

function treeOf(entries: readonly object[] | undefined, scaler = AUTOSCALER) {
  const apps = withField(soundApps(), "Application milvus-prod", "spec.ignoreDifferences", entries);
  return platformOf(apps, [environmentOf("prod", [scaler])]);
}
