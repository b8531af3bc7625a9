import { describe, expect, it } from "vitest";
import { mirrored, registryOf, resolveImage } from "../../../generator/model/resolve/images.ts";

const MIRRORS = { "docker.io": "registry.example.com/hub", "localhost:5000": "registry.example.com" };

describe("registryOf", () => {
  it.each([
    { repository: "milvusdb/milvus", registry: "docker.io" },
    { repository: "busybox", registry: "docker.io" },
    { repository: "docker.io/milvusdb/milvus", registry: "docker.io" },
    { repository: "quay.io/minio/minio", registry: "quay.io" },
    { repository: "localhost/milvus", registry: "localhost" },
    { repository: "registry:5000/milvus", registry: "registry:5000" },
  ])("finds $registry in $repository", ({ repository, registry }) => {
    expect(registryOf(repository)).toBe(registry);
  });
});

describe("mirrored", () => {
  it.each([
    { written: "milvusdb/milvus", pulled: "registry.example.com/hub/milvusdb/milvus" },
    { written: "docker.io/milvusdb/milvus", pulled: "registry.example.com/hub/milvusdb/milvus" },
    { written: "busybox", pulled: "registry.example.com/hub/library/busybox" },
    { written: "docker.io/busybox", pulled: "registry.example.com/hub/library/busybox" },
    { written: "localhost:5000/team/milvus", pulled: "registry.example.com/team/milvus" },
  ])("pulls $written as $pulled", ({ written, pulled }) => {
    expect(mirrored(written, MIRRORS)).toBe(pulled);
  });

  it("leaves an image alone when its registry has no mirror", () => {
    expect(mirrored("quay.io/minio/minio", MIRRORS)).toBe("quay.io/minio/minio");
    expect(mirrored("milvusdb/milvus", {})).toBe("milvusdb/milvus");
  });

  it("does not rewrite what is in a mirror already", () => {
    const once = mirrored("milvusdb/milvus", MIRRORS);

    expect(mirrored(once, MIRRORS)).toBe(once);
  });
});

describe("resolveImage", () => {
  it("keeps tag and digest", () => {
    const digest = `sha256:${"a".repeat(64)}`;

    expect(resolveImage("etcd.image", { repository: "quay.io/coreos/etcd", tag: "v3.5.25", digest }, {})).toEqual({
      repository: "quay.io/coreos/etcd",
      tag: "v3.5.25",
      digest,
    });
  });
});
