import { describe, expect, it } from "vitest";
import { objectHasOneOwner } from "../../../generator/checks/gitops/unique-objects.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { appsExcept, environmentOf, platformOf, soundApps } from "./objects.ts";

const ROLE: KubernetesObject = {
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRole",
  metadata: { name: "milvus" },
};

describe("objectHasOneOwner", () => {
  it("accepts one name in two namespaces, on two clusters, and in two API groups", () => {
    const tree = platformOf(soundApps(), [
      environmentOf("dev", [service("milvus-dev"), { ...service("milvus-dev"), apiVersion: "serving.knative.dev/v1" }, ROLE]),
      environmentOf("prod", [service("milvus-prod")]),
      environmentOf("twin", [service("milvus-dev"), ROLE], { cluster: { name: "eu-1" } }),
    ]);

    expect(objectHasOneOwner.find(tree)).toEqual([]);
  });

  it("leaves an object that is twice in one environment to another invariant", () => {
    const twice = environmentOf("dev", [service("milvus-dev"), service("milvus-dev")]);

    expect(objectHasOneOwner.find(platformOf([], [twice]))).toEqual([]);
  });

  it("refuses an object of two environments of one cluster, without a namespace too", () => {
    const tree = platformOf(soundApps(), [
      environmentOf("dev", [service("shared"), ROLE]),
      environmentOf("prod", [service("shared"), ROLE], { cluster: { server: "https://kubernetes.default.svc" } }),
    ]);

    expect(objectHasOneOwner.find(tree)).toEqual([
      { subject: "Service shared/proxy", message: "It is defined in prod, and in dev before." },
      { subject: "ClusterRole milvus", message: "It is defined in prod, and in dev before." },
    ]);
  });

  it("refuses a second Application of one name: Argo CD would take it for a redefinition", () => {
    expect(objectHasOneOwner.find(appsExcept("Application milvus-prod", "metadata.name", "milvus-dev"))).toEqual([
      { subject: "Application argocd/milvus-dev", message: "It is defined in Argo CD, and in Argo CD before." },
    ]);
  });

  it("refuses an Application that an environment brings along", () => {
    const [, root] = soundApps();

    expect(objectHasOneOwner.find(platformOf(soundApps(), [environmentOf("dev", root === undefined ? [] : [root])]))).toEqual([
      { subject: "Application argocd/milvus-root", message: "It is defined in dev, and in Argo CD before." },
    ]);
  });
});

function service(namespace: string): KubernetesObject {
  return { apiVersion: "v1", kind: "Service", metadata: { name: "proxy", namespace } };
}
