import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import { resolveEnvironment } from "../../../generator/model/resolve/index.ts";
import { aPlatformFile, aSource, resolved } from "./sources.ts";

const milvusOf = (milvus: NonNullable<Settings["milvus"]>) => resolved("production", { milvus }).milvus;
const gpusOf = (milvus: NonNullable<Settings["milvus"]>) =>
  milvusOf(milvus).roles.flatMap(({ name, gpu }) => (gpu === undefined ? [] : [[name, gpu]]));

describe("GPUs of roles", () => {
  it("are none unless they are counted", () => {
    expect(gpusOf({})).toEqual([]);
    expect(gpusOf({ roles: { queryNode: { gpu: { count: 0, runtimeClassName: "nvidia" } } } })).toEqual([]);
  });

  it("are those of NVIDIA's device plugin, by the cluster's own runtime, the new pod first", () => {
    expect(gpusOf({ roles: { queryNode: { gpu: { count: 1 } } } })).toEqual([
      ["queryNode", { count: 1, resource: "nvidia.com/gpu", runtimeClassName: undefined, rollOut: "surge" }],
    ]);
  });

  it("are as the role says", () => {
    const gpu = { count: 2, resource: "nvidia.com/mig-3g.20gb", runtimeClassName: "nvidia", rollOut: "replace" } as const;

    expect(gpusOf({ version: "2.5.27", roles: { indexNode: { gpu } } })).toEqual([["indexNode", gpu]]);
  });
});

describe("the image of Milvus", () => {
  const roles = { queryNode: { gpu: { count: 1 } }, dataNode: { gpu: { count: 1 } } };

  it("is the build for GPUs of the same version and repository, for all roles", () => {
    expect(milvusOf({ version: "2.6.15", roles }).image).toEqual({
      repository: "milvusdb/milvus",
      tag: "v2.6.15-gpu",
      digest: undefined,
    });
  });

  it("leaves the digest of the other build behind", () => {
    const digest = `sha256:${"0a".repeat(32)}`;
    const other = `sha256:${"1b".repeat(32)}`;

    expect(milvusOf({ image: { digest }, roles }).image.digest).toBeUndefined();
    expect(milvusOf({ image: { digest, gpu: { digest: other } }, roles }).image).toEqual({
      repository: "milvusdb/milvus",
      tag: "v2.6.20-gpu",
      digest: other,
    });
    expect(milvusOf({ image: { digest, gpu: { digest: other } } }).image.digest).toBe(digest);
  });

  it("may come from a repository of its own, which has the mirror of its registry", () => {
    const images = { mirrors: { "quay.io": "registry.example.com/quay" } };
    const gpu = { repository: "quay.io/acme/milvus-cuda", tag: "2.6.20-1" };
    const own = { milvus: { image: { gpu }, roles } };
    const { milvus } = resolveEnvironment(aPlatformFile({ images }), aSource("production", own));

    expect(milvus.image).toEqual({
      repository: "registry.example.com/quay/acme/milvus-cuda",
      tag: "2.6.20-1",
      digest: undefined,
    });
  });
});
