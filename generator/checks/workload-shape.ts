import type { Shape } from "./read-as.ts";

const TEXTS: Shape = { "*": "text" };

export const METADATA_SHAPE: Shape = { name: "name", labels: TEXTS, annotations: TEXTS };

export const SELECTOR_SHAPE: Shape = {
  matchLabels: TEXTS,
  matchExpressions: [{ key: "name", operator: "name", values: ["text"] }],
};

const NAMED: Shape = { name: "name", optional: "boolean" };
const KEY: Shape = { name: "name", key: "name", optional: "boolean" };
const ITEMS: Shape = [{ key: "name", path: "name" }];
const QUANTITIES: Shape = { "*": "quantity" };

const HANDLER: Shape = {
  exec: { command: ["text"] },
  grpc: { port: "port", service: "text" },
  httpGet: { port: "target", host: "text", path: "text", scheme: "text" },
  tcpSocket: { port: "target", host: "text" },
};

const PROBE: Shape = { ...HANDLER, failureThreshold: "number", initialDelaySeconds: "number", periodSeconds: "number" };

const SECURITY_CONTEXT: Shape = {
  allowPrivilegeEscalation: "boolean",
  appArmorProfile: { type: "name" },
  capabilities: { add: ["text"], drop: ["text"] },
  fsGroup: "number",
  privileged: "boolean",
  procMount: "text",
  readOnlyRootFilesystem: "boolean",
  runAsGroup: "number",
  runAsNonRoot: "boolean",
  runAsUser: "number",
  seLinuxOptions: { type: "text", user: "text", role: "text" },
  seccompProfile: { type: "name" },
  supplementalGroups: ["number"],
  sysctls: [{ name: "name" }],
  windowsOptions: { hostProcess: "boolean" },
};

const CONTAINER: Shape = {
  name: "name",
  image: "text",
  restartPolicy: "text",
  args: ["text"],
  command: ["text"],
  env: [{ name: "name", value: "text", valueFrom: { secretKeyRef: KEY, configMapKeyRef: KEY } }],
  envFrom: [{ configMapRef: NAMED, secretRef: NAMED, prefix: "text" }],
  ports: [{ name: "text", containerPort: "port", hostPort: "number" }],
  volumeMounts: [{ name: "name", mountPath: "name", subPath: "text", readOnly: "boolean" }],
  resources: { requests: QUANTITIES, limits: QUANTITIES },
  startupProbe: PROBE,
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  lifecycle: { postStart: HANDLER, preStop: HANDLER },
  securityContext: SECURITY_CONTEXT,
};

const FILES: Shape = { ...NAMED, items: ITEMS };

const VOLUME: Shape = {
  name: "name",
  configMap: FILES,
  secret: { secretName: "name", items: ITEMS, optional: "boolean" },
  projected: { sources: [{ configMap: FILES, secret: FILES }] },
  persistentVolumeClaim: { claimName: "name" },
  ephemeral: { volumeClaimTemplate: { spec: { storageClassName: "text" } } },
};

const POD: Shape = {
  serviceAccountName: "text",
  serviceAccount: "text",
  priorityClassName: "text",
  runtimeClassName: "text",
  imagePullSecrets: [{ name: "name" }],
  hostAliases: ["any"],
  automountServiceAccountToken: "boolean",
  enableServiceLinks: "boolean",
  hostIPC: "boolean",
  hostNetwork: "boolean",
  hostPID: "boolean",
  terminationGracePeriodSeconds: "number",
  securityContext: SECURITY_CONTEXT,
  initContainers: [CONTAINER],
  containers: [CONTAINER],
  volumes: [VOLUME],
};

const TEMPLATE: Shape = { metadata: METADATA_SHAPE, spec: POD };

/** The fields of a workload that the checks read. */
export const WORKLOAD_SHAPE: Shape = {
  selector: SELECTOR_SHAPE,
  template: TEMPLATE,
  jobTemplate: { spec: { template: TEMPLATE } },
  volumeClaimTemplates: [{ metadata: METADATA_SHAPE }],
  serviceName: "text",
  replicas: "number",
};
