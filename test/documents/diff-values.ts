import type { DiffEnvironment, DiffField, DiffObject, DiffValues } from "../../generator/documents/diff-values.ts";

export const IMAGE: DiffField = {
  path: "spec.template.spec.containers[proxy].image",
  what: "value",
  before: "milvusdb/milvus:v2.6.19",
  after: "milvusdb/milvus:v2.6.20",
};

export function anObjectChange(overrides: Partial<DiffObject> = {}, name = "milvus-proxy"): DiffObject {
  return {
    change: "changed",
    object: { kind: "Deployment", namespace: "m", name },
    risk: "low",
    fields: [IMAGE],
    ...overrides,
  };
}

export function anEnvironmentChange(overrides: Partial<DiffEnvironment> = {}): DiffEnvironment {
  return {
    name: "prod",
    status: "changed",
    risk: "low",
    counts: { added: 0, changed: 1, removed: 0, restarts: 2 },
    reasons: [{ risk: "low", rule: "pods-restart", message: "2 pods restart.", objects: ["Deployment m/milvus-proxy"] }],
    objects: [anObjectChange()],
    rollOut: [
      { wave: 5, workloads: [aWorkload("milvus-mixcoord")] },
      { wave: 10, workloads: [aWorkload("milvus-proxy")] },
    ],
    ...overrides,
  };
}

function aWorkload(name: string) {
  return { kind: "Deployment", name, action: "restart", pods: 2, strategy: "one by one", graceSeconds: 90 };
}

export function someValues(...environments: readonly DiffEnvironment[]): DiffValues {
  return { from: "HEAD (1a2b3c4d)", to: "what would be generated now", environments, unchanged: ["dev"] };
}
