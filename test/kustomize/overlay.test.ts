import { describe, expect, it } from "vitest";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { baseFiles, sharedBase } from "../../generator/kustomize/base.ts";
import { overlayFiles } from "../../generator/kustomize/overlay.ts";
import type { Part } from "../../generator/kustomize/part.ts";
import { anEnvironment } from "../support/environments.ts";

const SOURCE = "overlays/prod/environment.yaml";
const HEAD = { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization" };

describe("sharedBase", () => {
  it("takes each unit from the first environment that has it", () => {
    const first = [{ path: "etcd", resources: [resource("service", service("a"))] }];
    const second = [
      { path: "etcd", resources: [] },
      { path: "minio", resources: [] },
    ];

    expect([...sharedBase([first, second])]).toEqual([
      ["etcd", first[0]],
      ["minio", second[1]],
    ]);
  });
});

describe("baseFiles", () => {
  it("is a folder for each unit and a file for each object", () => {
    const base = sharedBase([[{ path: "milvus/proxy", resources: [resource("service", service("a"))] }]]);

    expect(Object.fromEntries(baseFiles(base, "gitops.yaml"))).toEqual({
      "base/milvus/proxy/kustomization.yaml": { source: "gitops.yaml", value: { ...HEAD, resources: ["service.yaml"] } },
      "base/milvus/proxy/service.yaml": { source: "gitops.yaml", value: service("a") },
    });
  });
});

describe("overlayFiles", () => {
  const base = sharedBase([
    [{ path: "milvus/proxy", resources: [resource("service", service("a")), resource("budget", budget("a"))] }],
  ]);

  it("patches what differs, deletes what is not wanted, and holds what the base does not have", () => {
    const unit = {
      path: "milvus/proxy",
      resources: [resource("service", service("a", "NodePort")), resource("ingress", service("extra"))],
    };

    expect(overlay([part({ units: [unit] })])).toEqual({
      "overlays/prod/kustomization.yaml": {
        ...HEAD,
        resources: ["milvus"],
        namespace: "milvus-prod",
        labels: [{ pairs: { environment: "prod" } }],
      },
      "overlays/prod/milvus/kustomization.yaml": {
        ...HEAD,
        resources: ["../../../base/milvus/proxy", "proxy-ingress.yaml"],
        labels: [{ pairs: { "app.kubernetes.io/version": "2.6.20" } }],
        patches: [{ path: "proxy-service.patch.yaml" }, { path: "proxy-budget.patch.yaml" }],
      },
      "overlays/prod/milvus/proxy-service.patch.yaml": {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "a" },
        spec: { type: "NodePort" },
      },
      "overlays/prod/milvus/proxy-budget.patch.yaml": {
        $patch: "delete",
        apiVersion: "policy/v1",
        kind: "PodDisruptionBudget",
        metadata: { name: "a" },
      },
      "overlays/prod/milvus/proxy-ingress.yaml": service("extra"),
    });
  });

  it("holds what is not shared whole, takes in custom/ last, and leaves out what the environment does without", () => {
    const own = part({
      name: "namespace",
      isShared: false,
      units: [{ path: "namespace", resources: [resource("namespace", service("n"))] }],
    });
    const files = overlay([own, part({ units: [] })], { hasCustom: true, labels: { team: "search" } });

    expect(files).toEqual({
      "overlays/prod/kustomization.yaml": {
        ...HEAD,
        resources: ["namespace.yaml"],
        components: ["custom"],
        namespace: "milvus-prod",
        labels: [{ pairs: { team: "search", environment: "prod" } }],
      },
      "overlays/prod/namespace.yaml": service("n"),
    });
  });

  function overlay(parts: readonly Part[], overrides = {}): Record<string, unknown> {
    const files = [...overlayFiles(anEnvironment(overrides), parts, base)];
    expect(files.map(([, { source }]) => source)).toEqual(files.map(() => SOURCE));
    return Object.fromEntries(files.map(([path, { value }]) => [path, value]));
  }
});

function part(overrides: Partial<Part>): Part {
  return { name: "milvus", isShared: true, version: "2.6.20", units: [], ...overrides };
}

function resource(file: string, object: KubernetesObject) {
  return { file, object };
}

function service(name: string, type = "ClusterIP"): KubernetesObject {
  return { apiVersion: "v1", kind: "Service", metadata: { name }, spec: { type } };
}

function budget(name: string): KubernetesObject {
  return { apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: { name }, spec: { maxUnavailable: 1 } };
}
