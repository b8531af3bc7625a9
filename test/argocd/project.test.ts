import { describe, expect, it } from "vitest";
import { environmentProject } from "../../generator/argocd/project.ts";
import type { SyncWindow } from "../../generator/model/environment.ts";
import { anEnvironment } from "../support/environments.ts";
import { ARGOCD_LABELS, aPlatform, CHILD_GUARDS } from "./platform.ts";

const METADATA = {
  namespace: "argocd",
  annotations: { ...CHILD_GUARDS, "argocd.argoproj.io/sync-wave": "0" },
};
const FORBIDDEN = [
  { group: "", kind: "PersistentVolumeClaim" },
  { group: "", kind: "Secret" },
  { group: "rbac.authorization.k8s.io", kind: "Role" },
  { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
];
const GENERATED = [
  { group: "", kind: "ConfigMap" },
  { group: "", kind: "LimitRange" },
  { group: "", kind: "Pod" },
  { group: "", kind: "ResourceQuota" },
  { group: "", kind: "Service" },
  { group: "", kind: "ServiceAccount" },
  { group: "apps", kind: "Deployment" },
  { group: "apps", kind: "ReplicaSet" },
  { group: "apps", kind: "StatefulSet" },
  { group: "autoscaling", kind: "HorizontalPodAutoscaler" },
  { group: "batch", kind: "CronJob" },
  { group: "batch", kind: "Job" },
  { group: "bitnami.com", kind: "SealedSecret" },
  { group: "cert-manager.io", kind: "Certificate" },
  { group: "cert-manager.io", kind: "Issuer" },
  { group: "external-secrets.io", kind: "ExternalSecret" },
  { group: "gateway.networking.k8s.io", kind: "GRPCRoute" },
  { group: "gateway.networking.k8s.io", kind: "TLSRoute" },
  { group: "keda.sh", kind: "ScaledObject" },
  { group: "monitoring.coreos.com", kind: "PodMonitor" },
  { group: "monitoring.coreos.com", kind: "PrometheusRule" },
  { group: "networking.k8s.io", kind: "Ingress" },
  { group: "networking.k8s.io", kind: "NetworkPolicy" },
  { group: "policy", kind: "PodDisruptionBudget" },
];
const NIGHT: SyncWindow = {
  kind: "allow",
  schedule: "0 22 * * *",
  duration: "6h",
  timeZone: "Europe/Berlin",
  manualSync: true,
};

describe("environmentProject", () => {
  it("allows one repository, one namespace of one cluster, and the kinds that are generated", () => {
    expect(environmentProject(aPlatform(), anEnvironment({ labels: { team: "search" } }))).toEqual({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "AppProject",
      metadata: { ...METADATA, name: "milvus-prod", labels: { ...ARGOCD_LABELS, environment: "prod", team: "search" } },
      spec: {
        description: "What Git may change in the environment prod.",
        sourceRepos: ["https://github.com/acme/milvus.git"],
        destinations: [{ name: "in-cluster", namespace: "milvus-prod" }],
        clusterResourceWhitelist: [{ group: "", kind: "Namespace", name: "milvus-prod" }],
        namespaceResourceBlacklist: FORBIDDEN,
        namespaceResourceWhitelist: GENERATED,
        orphanedResources: { warn: true },
      },
    });
  });

  it("allows any other kind beside a folder of a team's own, on a cluster by its address, for an Argo CD of 3.0", () => {
    const environment = anEnvironment({
      cluster: { server: "https://10.0.0.1:6443" },
      hasCustom: true,
      argocd: { ...anEnvironment().argocd, syncWindows: [NIGHT] },
    });

    expect(environmentProject(aPlatform({ major: 3, minor: 0 }), environment)).toEqual({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "AppProject",
      metadata: { ...METADATA, name: "milvus-prod", labels: { ...ARGOCD_LABELS, environment: "prod" } },
      spec: {
        description: "What Git may change in the environment prod.",
        sourceRepos: ["https://github.com/acme/milvus.git"],
        destinations: [{ server: "https://10.0.0.1:6443", namespace: "milvus-prod" }],
        clusterResourceWhitelist: [{ group: "", kind: "Namespace" }],
        namespaceResourceBlacklist: FORBIDDEN,
        orphanedResources: { warn: true },
        syncWindows: [{ ...NIGHT, applications: ["milvus-prod"] }],
      },
    });
  });

  it("lets a roll-out that has begun run past the edge of a window, where Argo CD can", () => {
    const weekend: SyncWindow = { kind: "deny", schedule: "0 0 * * 6", duration: "48h", timeZone: "UTC", manualSync: false };
    const argocd = { ...anEnvironment().argocd, syncWindows: [NIGHT, weekend] };

    expect(environmentProject(aPlatform(), anEnvironment({ argocd })).spec).toMatchObject({
      syncWindows: [
        { ...NIGHT, applications: ["milvus-prod"], syncOverrun: true },
        { ...weekend, applications: ["milvus-prod"], syncOverrun: true },
      ],
    });
  });

  it.each([
    { minor: 2, name: {} },
    { minor: 3, name: { name: "milvus-prod" } },
  ])("names the Namespace from 3.3 on: 3.$minor", ({ minor, name }) => {
    expect(environmentProject(aPlatform({ major: 3, minor }), anEnvironment()).spec).toMatchObject({
      clusterResourceWhitelist: [{ group: "", kind: "Namespace", ...name }],
    });
  });
});
