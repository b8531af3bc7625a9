import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";

const NAMESPACE = "milvus-test";
const KEEP = { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" };
const DB = { app: "db" };
const WEB = { app: "web" };

/**
 * A small environment in which everything is right: a StatefulSet `db` of three, a Deployment `web` that reads a ConfigMap and
 * two Secrets, and both ways to it.
 */
export function soundObjects(): KubernetesObject[] {
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: namespaceMetadata() },
    { apiVersion: "v1", kind: "ServiceAccount", metadata: named("db"), automountServiceAccountToken: false },
    { apiVersion: "v1", kind: "ServiceAccount", metadata: named("web"), automountServiceAccountToken: false },
    { apiVersion: "v1", kind: "ConfigMap", metadata: named("web"), data: { "web.yaml": "db: db-0.db-headless:2379\n" } },
    service("db-headless", {
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: DB,
      ports: [{ name: "client", port: 2379, targetPort: "client" }],
    }),
    service("db", { selector: DB, ports: [{ name: "client", port: 2379, targetPort: 2379 }] }),
    service("web", { selector: WEB, ports: [{ name: "http", port: 80, targetPort: "http" }] }),
    statefulSet(),
    deployment(),
    budget("db", DB),
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: { ...named("login"), annotations: KEEP },
      spec: { target: { name: "login", template: { metadata: { annotations: KEEP } } }, data: [{ secretKey: "user" }] },
    },
    {
      apiVersion: "bitnami.com/v1alpha1",
      kind: "SealedSecret",
      metadata: { ...named("sealed"), annotations: KEEP },
      spec: { encryptedData: { token: "AgBy", user: "AgBx" }, template: { metadata: { annotations: KEEP } } },
    },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: named("web"),
      spec: { rules: [{ http: { paths: [{ backend: { service: { name: "web", port: { name: "http" } } } }] } }] },
    },
    {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "GRPCRoute",
      metadata: named("web"),
      spec: { rules: [{ backendRefs: [{ name: "web", port: 80 }] }] },
    },
  ];
}

/** The same with one field of one object set to another value: `"StatefulSet db"`, `"spec.replicas"`; undefined removes it. */
export function soundExcept(target: string, path: string, value: unknown): KubernetesObject[] {
  return withField(soundObjects(), target, path, value);
}

export function withField(objects: readonly KubernetesObject[], target: string, path: string, value: unknown) {
  return objects.map((object) =>
    `${object.kind} ${object.metadata.name}` === target
      ? (replaced(structuredClone(object), path.split("."), value) as KubernetesObject)
      : object,
  );
}

/** The same without one object. */
export function soundWithout(target: string): KubernetesObject[] {
  return soundObjects().filter(({ kind, metadata }) => `${kind} ${metadata.name}` !== target);
}

/** The Secret that people create, and its key. */
export const DECLARED = { secrets: new Map([["given", ["password"]]]) };

function replaced(at: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  if (key === "") return value;
  const fields = (at ?? {}) as Record<string, unknown>;
  const next = replaced(fields[key], rest, value);
  if (Array.isArray(at)) return Number(key) < at.length ? at.with(Number(key), next) : [...at, next];
  const { [key]: _, ...others } = fields;
  return next === undefined ? others : { ...others, [key]: next };
}

function named(name: string) {
  return { name, namespace: NAMESPACE };
}

function namespaceMetadata() {
  const modes = ["audit", "enforce", "warn"].map((mode) => [`pod-security.kubernetes.io/${mode}`, "restricted"]);
  const labels = { ...Object.fromEntries(modes), "pod-security.kubernetes.io/enforce-version": "v1.30" };
  return { name: NAMESPACE, labels, annotations: KEEP };
}

function service(name: string, spec: object): KubernetesObject {
  return { apiVersion: "v1", kind: "Service", metadata: named(name), spec };
}

export function budget(name: string, matchLabels: object): KubernetesObject {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: named(name),
    spec: { maxUnavailable: 1, selector: { matchLabels } },
  };
}

function statefulSet(): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { ...named("db"), annotations: KEEP },
    spec: {
      replicas: 3,
      serviceName: "db-headless",
      selector: { matchLabels: DB },
      template: {
        metadata: { labels: DB },
        spec: podSpec({
          serviceAccountName: "db",
          containers: [
            container("db", {
              command: ["db", "--name=$(POD_NAME)"],
              env: [
                { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
                { name: "SELF", value: "$(POD_NAME).db-headless:2379" },
                {
                  name: "PEERS",
                  value: "http://db-{0...2}.db-headless.milvus-test.svc:2379",
                },
              ],
              ports: [{ name: "client", containerPort: 2379 }],
              startupProbe: { tcpSocket: { port: 2379 } },
              livenessProbe: { tcpSocket: { port: 2379 } },
              readinessProbe: { httpGet: { path: "/ready", port: 2379 } },
              volumeMounts: [{ name: "data", mountPath: "/data" }],
            }),
          ],
        }),
      },
      volumeClaimTemplates: [{ metadata: { name: "data", annotations: KEEP } }],
    },
  };
}

function deployment(): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: named("web"),
    spec: {
      selector: { matchLabels: WEB },
      template: {
        metadata: { labels: { ...WEB, tier: "front" } },
        spec: podSpec({
          serviceAccountName: "web",
          initContainers: [container("wait", { args: ["db:2379"] })],
          containers: [
            container("web", {
              env: [
                { name: "USER", valueFrom: { secretKeyRef: { name: "login", key: "user" } } },
                { name: "PASSWORD", valueFrom: { secretKeyRef: { name: "given", key: "password" } } },
                { name: "CONFIG", valueFrom: { configMapKeyRef: { name: "web", key: "web.yaml" } } },
              ],
              envFrom: [{ secretRef: { name: "sealed" } }, { configMapRef: { name: "web" } }],
              ports: [{ name: "http", containerPort: 8080 }],
              startupProbe: { tcpSocket: { port: 8080 } },
              livenessProbe: { tcpSocket: { port: "http" } },
              readinessProbe: { httpGet: { port: "http" } },
              volumeMounts: [
                { name: "config", mountPath: "/etc/web.yaml", subPath: "web.yaml" },
                { name: "token", mountPath: "/etc/token", subPath: "key" },
              ],
            }),
          ],
          volumes: [
            { name: "config", configMap: { name: "web" } },
            {
              name: "token",
              secret: {
                secretName: "sealed",
                items: [
                  { key: "token", path: "key" },
                  { key: "user", path: "who" },
                ],
              },
            },
          ],
        }),
      },
    },
  };
}

function podSpec(fields: object) {
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      fsGroup: 10001,
      runAsGroup: 10001,
      runAsNonRoot: true,
      runAsUser: 10001,
      seccompProfile: { type: "RuntimeDefault" },
    },
    ...fields,
  };
}

function container(name: string, fields: object) {
  return {
    name,
    image: `registry.example.com/${name}:1`,
    resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] }, readOnlyRootFilesystem: true },
    ...fields,
  };
}
