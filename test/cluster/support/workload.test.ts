import { expect, it } from "vitest";
import { isReady, type Workload } from "./workload.ts";

const READY = { observedGeneration: 2, replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 };

it.each([
  ["all counts are those of the specification", READY, true],
  ["the controller has not seen the specification yet", { ...READY, observedGeneration: 1 }, false],
  ["the one that is available is the old one", { ...READY, replicas: 2 }, false],
  ["the new one is not available yet", { ...READY, availableReplicas: 0 }, false],
  ["the controller has said nothing", {}, false],
])("tells whether a Deployment is ready where %s", (_case, status, ready) => {
  expect(isReady(deployment(status))).toBe(ready);
});

function deployment(status: object): Workload {
  const metadata = { name: "milvus-proxy", uid: "1", resourceVersion: "1", generation: 2 };
  const template = { spec: { containers: [{ image: "milvusdb/milvus:v2.6.20" }] as [{ image: string }] } };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { replicas: 1, template }, status };
}
