import { describe, expect, it } from "vitest";
import { minioContainer } from "../../../generator/components/minio/container.ts";
import { minioStatefulSet } from "../../../generator/components/minio/statefulset.ts";
import { aMinio, anEnvironment, aPlacement } from "../../support/environments.ts";

const SELECTOR = { "app.kubernetes.io/component": "minio", "app.kubernetes.io/name": "minio" };
const LABELS = {
  ...SELECTOR,
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/part-of": "milvus",
};
const GUARDS = { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" };

describe("minioStatefulSet", () => {
  it("runs guarded servers that start together and leave one after the other", () => {
    const servers = aMinio({ drivesPerServer: 2, labels: { team: "search" }, annotations: { owner: "search" } });
    const environment = anEnvironment({ placement: aPlacement({ hosts: "none", zones: "none" }) });

    expect(minioStatefulSet(environment, servers)).toEqual({
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: {
        name: "minio",
        labels: { ...LABELS, team: "search" },
        annotations: { ...GUARDS, owner: "search", "argocd.argoproj.io/sync-wave": "0" },
      },
      spec: {
        replicas: 4,
        serviceName: "minio-headless",
        podManagementPolicy: "Parallel",
        minReadySeconds: 15,
        updateStrategy: { type: "RollingUpdate" },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        selector: { matchLabels: SELECTOR },
        template: {
          metadata: { labels: { ...LABELS, team: "search" }, annotations: { owner: "search" } },
          spec: {
            serviceAccountName: "minio",
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 90,
            securityContext: {
              fsGroup: 10001,
              fsGroupChangePolicy: "OnRootMismatch",
              runAsGroup: 10001,
              runAsNonRoot: true,
              runAsUser: 10001,
              seccompProfile: { type: "RuntimeDefault" },
            },
            containers: [minioContainer(environment, servers)],
            volumes: [{ name: "tmp", emptyDir: { sizeLimit: "64Mi" } }],
          },
        },
        volumeClaimTemplates: [claim("data-0"), claim("data-1")],
      },
    });
  });

  it("keeps servers on hosts of their own, where the environment asks for it", () => {
    expect(minioStatefulSet(anEnvironment(), aMinio()).spec).toMatchObject({
      template: {
        spec: {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { labelSelector: { matchLabels: SELECTOR }, topologyKey: "kubernetes.io/hostname" },
              ],
            },
          },
        },
      },
    });
  });
});

function claim(name: string) {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name, labels: SELECTOR, annotations: GUARDS },
    spec: {
      accessModes: ["ReadWriteOnce"],
      storageClassName: "standard",
      resources: { requests: { storage: "100Gi" } },
      volumeMode: "Filesystem",
    },
  };
}
