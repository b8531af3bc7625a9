import { describe, expect, it } from "vitest";
import { imageEntries, withImages } from "../../generator/kustomize/images.ts";

const DIGEST = `sha256:${"0a".repeat(32)}`;

describe("imageEntries", () => {
  it("is nothing where every container keeps its image", () => {
    expect(imageEntries([pair("milvusdb/milvus:v2.6.20", "milvusdb/milvus:v2.6.20")])).toEqual([]);
  });

  it.each([
    ["another tag", "milvusdb/milvus:v2.6.21", { newTag: "v2.6.21" }],
    ["another repository", "registry.example.com:5000/milvus:v2.6.20", { newName: "registry.example.com:5000/milvus" }],
    [
      "a digest, with the tag that Kustomize would drop",
      `milvusdb/milvus:v2.6.20@${DIGEST}`,
      { newTag: "v2.6.20", digest: DIGEST },
    ],
  ])("names %s once for all containers", (_, target, fields) => {
    const base = "milvusdb/milvus:v2.6.20";

    expect(imageEntries([pair(base, target), pair(base, target)])).toEqual([{ name: "milvusdb/milvus", ...fields }]);
  });

  it("leaves an image whose containers want different ones to patches", () => {
    const base = "apachepulsar/pulsar:3.0.7";

    expect(imageEntries([pair(base, "apachepulsar/pulsar:3.3.6"), pair(base, base)])).toEqual([]);
  });
});

describe("withImages", () => {
  it("gives every container what the entries say, and leaves the others", () => {
    const entries = [{ name: "milvusdb/milvus", newTag: "v2.6.20", digest: DIGEST }];

    expect(withImages(workload("milvusdb/milvus:v2.6.20"), entries)).toEqual(workload(`milvusdb/milvus:v2.6.20@${DIGEST}`));
    expect(withImages(workload("quay.io/minio/minio:1"), entries)).toEqual(workload("quay.io/minio/minio:1"));
  });

  it("leaves objects without containers as they are", () => {
    const service = { apiVersion: "v1", kind: "Service", metadata: { name: "milvus" }, spec: { type: "ClusterIP" } };

    expect(withImages(service, [{ name: "milvusdb/milvus", newTag: "v2" }])).toBe(service);
  });
});

function pair(base: string, target: string) {
  return { base: workload(base), target: workload(target) };
}

function workload(image: string) {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "milvus" },
    spec: { template: { spec: { containers: [{ name: "main", image }] } } },
  };
}
