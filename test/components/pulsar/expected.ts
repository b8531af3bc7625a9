/** The parts of an expected object that all roles of Pulsar share. */

export function selector(component: string) {
  return { "app.kubernetes.io/component": component, "app.kubernetes.io/name": "pulsar" };
}

export function labels(component: string) {
  return {
    ...selector(component),
    "app.kubernetes.io/instance": "milvus",
    "app.kubernetes.io/managed-by": "milvus-gitops",
    "app.kubernetes.io/part-of": "milvus",
  };
}

export const GUARDS = { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" };

export function wave(number: number) {
  return { "argocd.argoproj.io/sync-wave": String(number) };
}

export const POD_ENV = [
  { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
  { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
];

export const NO_GC_LOG = "-Xlog:disable -Xlog:all=warning:stderr";

/** Pod Security "restricted", for a pod of Pulsar's image. */
export const POD_SECURITY = {
  fsGroup: 10001,
  fsGroupChangePolicy: "OnRootMismatch",
  runAsGroup: 10001,
  runAsNonRoot: true,
  runAsUser: 10000,
  seccompProfile: { type: "RuntimeDefault" },
};

export const CONTAINER_SECURITY = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};

export const RESOURCES = {
  requests: { cpu: "500m", "ephemeral-storage": "100Mi", memory: "2Gi" },
  limits: { cpu: "1", "ephemeral-storage": "1Gi", memory: "2Gi" },
};

export const TOOL_RESOURCES = {
  requests: { cpu: "100m", "ephemeral-storage": "64Mi", memory: "256Mi" },
  limits: { cpu: "1", "ephemeral-storage": "512Mi", memory: "512Mi" },
};

export const WRITABLE_MOUNTS = [
  { name: "config", mountPath: "/pulsar/run" },
  { name: "logs", mountPath: "/pulsar/logs" },
  { name: "tmp", mountPath: "/tmp" },
];

export const WRITABLE_VOLUMES = [
  { name: "config", emptyDir: { sizeLimit: "16Mi" } },
  { name: "logs", emptyDir: { sizeLimit: "64Mi" } },
  { name: "tmp", emptyDir: { sizeLimit: "256Mi" } },
];

export function claim(component: string, name: string, storage: string) {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name, labels: selector(component), annotations: GUARDS },
    spec: {
      accessModes: ["ReadWriteOnce"],
      storageClassName: "standard",
      resources: { requests: { storage } },
      volumeMode: "Filesystem",
    },
  };
}

export function port(name: string, containerPort: number) {
  return { name, containerPort, protocol: "TCP" };
}

export function servicePort(name: string, number: number) {
  return { name, port: number, targetPort: name, protocol: "TCP" };
}

/** A pod of one role, around its containers. */
export function podSpec(name: string, graceSeconds: number, containers: object) {
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: graceSeconds,
    securityContext: POD_SECURITY,
    ...containers,
    volumes: WRITABLE_VOLUMES,
  };
}

/** What every container of Pulsar's image has. */
export function container(name: string, script: string, env: readonly object[]) {
  return {
    name,
    image: "apachepulsar/pulsar:3.0.7",
    imagePullPolicy: "IfNotPresent",
    command: ["sh", "-c"],
    args: [script],
    env,
    securityContext: CONTAINER_SECURITY,
  };
}

export function env(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
