import { describe, expect, it } from "vitest";
import { buildApps } from "../../../generator/argocd/index.ts";
import { projectPermitsObjects } from "../../../generator/checks/gitops/permissions.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { aPlatform } from "../../argocd/platform.ts";
import { soundObjects } from "../objects.ts";
import { environmentOf, platformOf } from "./objects.ts";

const CLAIM = anObject("v1", "PersistentVolumeClaim");
const MONITOR = anObject("monitoring.coreos.com/v1", "ServiceMonitor");

describe("projectPermitsObjects", () => {
  it("accepts every kind that the generator makes", () => {
    expect(projectPermitsObjects.find(treeOf(soundObjects(), false))).toEqual([]);
  });

  it("accepts another kind only where a team has a folder of its own, and a claim never", () => {
    expect(projectPermitsObjects.find(treeOf([CLAIM, MONITOR], false))).toEqual([
      refused("PersistentVolumeClaim milvus-test/x"),
      refused("ServiceMonitor milvus-test/x"),
    ]);
    expect(projectPermitsObjects.find(treeOf([CLAIM, MONITOR], true))).toEqual([
      refused("PersistentVolumeClaim milvus-test/x"),
    ]);
  });

  it("accepts the environment's own Namespace alone, and no other kind of the cluster", () => {
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "other" } };
    const role = { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name: "milvus-test" } };

    expect(projectPermitsObjects.find(treeOf([namespace, role], true))).toEqual([
      refused("Namespace other"),
      refused("ClusterRole milvus-test"),
    ]);
  });

  it("says nothing of an environment whose project is missing", () => {
    expect(projectPermitsObjects.find(platformOf([], [environmentOf("test", [CLAIM])]))).toEqual([]);
  });
});

function treeOf(objects: readonly KubernetesObject[], hasCustom: boolean) {
  const tree = environmentOf("test", objects, { hasCustom });
  const values = buildApps(aPlatform(), [tree.environment]).map(({ value }) => value as KubernetesObject);
  return platformOf(values, [tree]);
}

function anObject(apiVersion: string, kind: string): KubernetesObject {
  return { apiVersion, kind, metadata: { name: "x", namespace: "milvus-test" } };
}

function refused(subject: string) {
  return { subject, message: "The AppProject milvus-test does not permit it." };
}
