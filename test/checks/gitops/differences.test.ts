import { describe, expect, it } from "vitest";
import { differencesStayVisible } from "../../../generator/checks/gitops/differences.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
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
  it("accepts Applications that ignore nothing, or the number of what an autoscaler scales", () => {
    expect(differencesStayVisible.find(treeOf(undefined))).toEqual([]);
    expect(differencesStayVisible.find(treeOf([REPLICAS]))).toEqual([]);
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

function treeOf(entries: readonly object[] | undefined) {
  const apps = withField(soundApps(), "Application milvus-prod", "spec.ignoreDifferences", entries);
  return platformOf(apps, [environmentOf("prod", [AUTOSCALER])]);
}
