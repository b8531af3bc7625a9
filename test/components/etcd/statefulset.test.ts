import { describe, expect, it } from "vitest";
import { etcdEnv } from "../../../generator/components/etcd/env.ts";
import { etcdProbes } from "../../../generator/components/etcd/probes.ts";
import { etcdStatefulSet } from "../../../generator/components/etcd/statefulset.ts";
import { anEnvironment, anEtcd, aPlacement, aVolume } from "../../support/environments.ts";

const SELECTOR = { "app.kubernetes.io/component": "etcd", "app.kubernetes.io/name": "etcd" };
const LABELS = {
  ...SELECTOR,
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/part-of": "milvus",
};
const GUARDS = { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" };

describe("etcdStatefulSet", () => {
  it("runs three guarded members that start together, without a shell, a root user or a token", () => {
    const members = anEtcd();
    const environment = anEnvironment({ etcd: members, placement: aPlacement({ hosts: "none", zones: "none" }) });

    expect(etcdStatefulSet(environment, members)).toEqual({
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "etcd", labels: LABELS, annotations: { ...GUARDS, "argocd.argoproj.io/sync-wave": "0" } },
      spec: {
        replicas: 3,
        serviceName: "etcd-headless",
        podManagementPolicy: "Parallel",
        updateStrategy: { type: "RollingUpdate" },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
        selector: { matchLabels: SELECTOR },
        template: {
          metadata: { labels: LABELS },
          spec: {
            serviceAccountName: "etcd",
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 30,
            securityContext: {
              fsGroup: 10001,
              fsGroupChangePolicy: "OnRootMismatch",
              runAsGroup: 10001,
              runAsNonRoot: true,
              runAsUser: 10001,
              seccompProfile: { type: "RuntimeDefault" },
            },
            containers: [
              {
                name: "etcd",
                image: "quay.io/coreos/etcd:v3.5.25",
                imagePullPolicy: "IfNotPresent",
                command: ["/usr/local/bin/etcd", "--initial-cluster-token=$(ENVIRONMENT).$(POD_NAMESPACE)"],
                env: etcdEnv("prod", members, false),
                ports: [
                  { name: "client", containerPort: 2379, protocol: "TCP" },
                  { name: "peer", containerPort: 2380, protocol: "TCP" },
                ],
                ...etcdProbes(false),
                resources: {
                  requests: { cpu: "500m", "ephemeral-storage": "100Mi", memory: "2Gi" },
                  limits: { cpu: "1", "ephemeral-storage": "1Gi", memory: "2Gi" },
                },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ["ALL"] },
                  privileged: false,
                  readOnlyRootFilesystem: true,
                  runAsNonRoot: true,
                },
                volumeMounts: [{ name: "data", mountPath: "/var/lib/etcd" }],
              },
            ],
          },
        },
        volumeClaimTemplates: [
          {
            apiVersion: "v1",
            kind: "PersistentVolumeClaim",
            metadata: { name: "data", labels: SELECTOR, annotations: GUARDS },
            spec: {
              accessModes: ["ReadWriteOnce"],
              storageClassName: "standard",
              resources: { requests: { storage: "10Gi" } },
              volumeMode: "Filesystem",
            },
          },
        ],
      },
    });
  });

  it("puts a team's labels and annotations on members and pods, but not on claims, and lets none of them lift the guards", () => {
    const members = anEtcd({
      labels: { team: "search" },
      annotations: { owner: "search", "argocd.argoproj.io/sync-options": "Prune=true" },
      storage: aVolume("10Gi", { storageClass: undefined }),
    });

    const { metadata, spec } = etcdStatefulSet(anEnvironment({ etcd: members }), members);

    expect(metadata.labels).toEqual({ ...LABELS, team: "search" });
    expect(metadata.annotations).toEqual({ ...GUARDS, owner: "search", "argocd.argoproj.io/sync-wave": "0" });
    expect(spec).toMatchObject({
      template: { metadata: { labels: { ...LABELS, team: "search" }, annotations: { owner: "search" } } },
    });
    expect((spec as { volumeClaimTemplates: unknown[] }).volumeClaimTemplates).toEqual([
      {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        metadata: { name: "data", labels: SELECTOR, annotations: GUARDS },
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "10Gi" } }, volumeMode: "Filesystem" },
      },
    ]);
  });
});
