import { compareTrees, type EnvironmentChange, type FieldChange } from "../../generator/changes/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";

/** A value at each path, undefined to remove what stands there: `but(deployment, { "spec.replicas": 3 })`. */
export function but(object: KubernetesObject, changes: Readonly<Record<string, unknown>>): KubernetesObject {
  const copy = structuredClone(object) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) setAt(copy, path.split("."), value);
  return copy as unknown as KubernetesObject;
}

function setAt(target: Record<string, unknown>, [field = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    target[field] ??= {};
    setAt(target[field] as Record<string, unknown>, rest, value);
  } else if (value === undefined) delete target[field];
  else target[field] = value;
}

export function anObject(kind: string, fields: object = {}, name = "milvus", apiVersion = "v1"): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace: "m" }, ...fields };
}

/** With everything that "restricted" wants, so that a test weakens one thing. */
export const CONTAINER = {
  name: "proxy",
  image: "milvusdb/milvus:v2.5.20",
  resources: { requests: { cpu: "1", memory: "2Gi" }, limits: { cpu: "2", memory: "4Gi" } },
  livenessProbe: { tcpSocket: { port: 9091 } },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    seccompProfile: { type: "RuntimeDefault" },
  },
};

const POD = { automountServiceAccountToken: false, terminationGracePeriodSeconds: 90, containers: [CONTAINER] };

export const DEPLOYMENT = anObject(
  "Deployment",
  {
    metadata: { name: "milvus-proxy", namespace: "m", annotations: { "argocd.argoproj.io/sync-wave": "10" } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: "proxy" } },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: { metadata: { labels: { app: "proxy" } }, spec: POD },
    },
  },
  "milvus-proxy",
  "apps/v1",
);

export const STATEFUL_SET = anObject(
  "StatefulSet",
  {
    metadata: {
      name: "etcd",
      namespace: "m",
      annotations: { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" },
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: "etcd" } },
      serviceName: "etcd-headless",
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      template: { metadata: { labels: { app: "etcd" } }, spec: { ...POD, containers: [{ ...CONTAINER, name: "etcd" }] } },
      volumeClaimTemplates: [
        {
          metadata: { name: "data", annotations: { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" } },
          spec: { storageClassName: "ssd", resources: { requests: { storage: "20Gi" } } },
        },
      ],
    },
  },
  "etcd",
  "apps/v1",
);

export const APPLICATION = anObject(
  "Application",
  {
    spec: {
      destination: { name: "eu-1", namespace: "m" },
      source: { repoURL: "https://github.com/acme/gitops.git", targetRevision: "main", path: "overlays/prod" },
      syncPolicy: { automated: { enabled: true, prune: false, selfHeal: false, allowEmpty: false } },
    },
  },
  "milvus-prod",
  "argoproj.io/v1alpha1",
);

export const PROJECT = anObject(
  "AppProject",
  {
    spec: {
      sourceRepos: ["https://github.com/acme/gitops.git"],
      destinations: [{ name: "eu-1", namespace: "m" }],
      namespaceResourceWhitelist: [{ group: "apps", kind: "Deployment" }],
      syncWindows: [{ kind: "allow", schedule: "0 6 * * 1-5", duration: "8h" }],
    },
  },
  "milvus-prod",
  "argoproj.io/v1alpha1",
);

/** Configuration as it stands in a ConfigMap. */
export function configMap(text: string, name = "milvus-config"): KubernetesObject {
  return anObject("ConfigMap", { metadata: { name, namespace: "m" }, data: { "user.yaml": text } });
}

export function compareOne(before: KubernetesObject | undefined, after: KubernetesObject | undefined): EnvironmentChange {
  return compareTrees(before === undefined ? [] : [before], after === undefined ? [] : [after]);
}

/** What differs in an object that both sides have. */
export function fieldsOf(before: KubernetesObject, after: KubernetesObject): readonly FieldChange[] {
  return compareOne(before, after).objects.flatMap(({ fields }) => fields);
}
