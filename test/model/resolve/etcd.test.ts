import { describe, expect, it } from "vitest";
import { resolved } from "./sources.ts";

describe("resolveEtcd", () => {
  it("lays what an environment says over the defaults, field by field", () => {
    const { etcd } = resolved("production", {
      etcd: {
        replicas: 5,
        image: { tag: "v3.5.18" },
        storage: { storageClass: "ssd" },
        resources: { limits: { memory: "8Gi" } },
        nodeSelector: { disk: "nvme" },
        tolerations: [{ key: "dedicated", operator: "Exists" }],
        priorityClassName: "milvus-stores",
        autoCompaction: { retention: "5000" },
      },
    });

    expect(etcd).toMatchObject({
      replicas: 5,
      image: { repository: "quay.io/coreos/etcd", tag: "v3.5.18" },
      storage: { size: "20Gi", storageClass: "ssd" },
      resources: {
        requests: { cpu: "1", memory: "5Gi", "ephemeral-storage": "64Mi" },
        limits: { cpu: "2", memory: "8Gi", "ephemeral-storage": "512Mi" },
      },
      nodeSelector: { disk: "nvme" },
      tolerations: [{ key: "dedicated", operator: "Exists" }],
      priorityClassName: "milvus-stores",
      autoCompaction: { mode: "revision", retention: "5000" },
    });
  });

  it("knows of a cluster outside only its members and the prefix of the keys", () => {
    const endpoints = ["etcd-0.example.com:2379", "etcd-1.example.com:2379"];

    expect(resolved("production", { etcd: { mode: "external", endpoints } }).etcd).toEqual({
      mode: "external",
      rootPath: "milvus",
      endpoints,
    });
  });

  it("takes a cluster outside without members for a bug", () => {
    expect(() => resolved("production", { etcd: { mode: "external" } })).toThrow("The settings lack etcd.endpoints.");
  });
});
