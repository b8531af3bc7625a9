import { describe, expect, it } from "vitest";
import { milvusEnv } from "../../../generator/components/milvus/env/index.ts";
import { volumes } from "../../../generator/components/milvus/volumes.ts";
import type { Role } from "../../../generator/model/environment.ts";
import { anEnvironment, aRole } from "../../support/environments.ts";

describe("the disk of a role", () => {
  it("is part of its node's, up to its size", () => {
    expect(disk(aRole("queryNode", { localStorage: "200Gi" }))).toEqual({ emptyDir: { sizeLimit: "200Gi" } });
  });

  it("is a volume that comes and goes with its pod, where a storage class is named", () => {
    expect(disk(aRole("queryNode", { localStorage: "2Ti", localStorageClass: "local-nvme" }))).toEqual({
      ephemeral: {
        volumeClaimTemplate: {
          metadata: { labels: { "app.kubernetes.io/name": "milvus", "app.kubernetes.io/component": "querynode" } },
          spec: {
            accessModes: ["ReadWriteOnce"],
            storageClassName: "local-nvme",
            resources: { requests: { storage: "2Ti" } },
            volumeMode: "Filesystem",
          },
        },
      },
    });
  });

  it("is as large as Milvus is told, whatever it lies on", () => {
    const role = aRole("queryNode", { localStorage: "2Ti", localStorageClass: "local-nvme" });

    expect(milvusEnv(anEnvironment(), role)).toContainEqual({ name: "LOCAL_STORAGE_SIZE", value: "2048" });
  });
});

function disk(role: Role) {
  return volumes(anEnvironment(), role).find(({ mount }) => mount.mountPath === "/var/lib/milvus")?.source;
}
