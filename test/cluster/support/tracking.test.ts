import { expect, it } from "vitest";
import { trackedBy } from "./tracking.ts";

it.each([
  [
    "an object that its annotation names",
    "Deployment",
    "milvus-dev",
    "milvus-dev:apps/Deployment:milvus-dev/proxy",
    "milvus-dev",
  ],
  ["one outside a namespace", "Deployment", undefined, "milvus-dev:apps/Deployment:milvus-dev/proxy", "milvus-dev"],
  [
    "no ReplicaSet with the annotation of its owner",
    "ReplicaSet",
    "milvus-dev",
    "milvus-dev:apps/Deployment:milvus-dev/proxy",
    undefined,
  ],
  ["none in another namespace", "Deployment", "other", "milvus-dev:apps/Deployment:milvus-dev/proxy", undefined],
  ["none without annotation", "Deployment", "milvus-dev", undefined, undefined],
])("counts %s", (_case, kind, namespace, tracking, application) => {
  const annotations = tracking === undefined ? {} : { "argocd.argoproj.io/tracking-id": tracking };
  const place = namespace === undefined ? {} : { namespace };
  const metadata = { name: "proxy", uid: "1", resourceVersion: "1", annotations, ...place };

  expect(trackedBy({ apiVersion: "apps/v1", kind, metadata })).toBe(application);
});
