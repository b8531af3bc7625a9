import { describe, expect, it } from "vitest";
import { registriesAllowed } from "../../../generator/checks/images/registries.ts";
import type { PlatformTree } from "../../../generator/checks/invariant.ts";
import { aPlatform } from "../../argocd/platform.ts";
import { plannedTree, set } from "../quorum/edits.ts";

const TREE = plannedTree("production");

describe("registriesAllowed", () => {
  it("accepts every registry where none is named", () => {
    expect(registriesAllowed.find(platform([]))).toEqual([]);
  });

  it("accepts those that are named, Docker Hub under its name", () => {
    expect(registriesAllowed.find(platform(["docker.io", "quay.io"]))).toEqual([]);
  });

  it("refuses all others", () => {
    const other = set("StatefulSet etcd", "spec.template.spec.containers.0.image", "ghcr.io/acme/etcd:1")(TREE);

    expect(registriesAllowed.find({ ...platform(["docker.io", "quay.io"]), environments: [TREE, other] })).toEqual([
      { subject: "StatefulSet milvus-prod/etcd", message: "Its image ghcr.io/acme/etcd:1 comes from ghcr.io." },
    ]);
    expect(registriesAllowed.find(platform(["docker.io"]))).toEqual([
      {
        subject: "StatefulSet milvus-prod/etcd",
        message: "Its image quay.io/coreos/etcd:v3.5.25 comes from quay.io.",
      },
      {
        subject: "StatefulSet milvus-prod/minio",
        message: "Its image quay.io/minio/minio:RELEASE.2024-12-18T13-15-44Z comes from quay.io.",
      },
      {
        subject: "CronJob milvus-prod/backup-etcd",
        message: "Its image quay.io/coreos/etcd:v3.5.25 comes from quay.io.",
      },
      {
        subject: "CronJob milvus-prod/backup-etcd",
        message: "Its image quay.io/minio/minio:RELEASE.2024-12-18T13-15-44Z comes from quay.io.",
      },
    ]);
  });
});

function platform(allowedRegistries: readonly string[]): PlatformTree {
  return { platform: { ...aPlatform(), allowedRegistries }, applications: [], environments: [TREE] };
}
