import type { EnvironmentSeed, PlatformSeed } from "./seed.ts";
import { add, set } from "./tree-changes.ts";

const PROXY = "Deployment milvus-proxy";
const ETCD = "StatefulSet etcd";
const MINIO = "StatefulSet minio";
const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;
const RESOURCES = `${CONTAINER}.resources`;

/** A container runs a server beside the others that nobody has looked at. */
const SIDECAR = set(PROXY, `${POD}.containers.1`, { name: "sidecar", image: "registry.example.com/sidecar:1" });

export const PODS_SEEDS: readonly EnvironmentSeed[] = [
  {
    invariant: "quota-covers-pods",
    title: "a quota has no room for the pods",
    breakIt: add("ResourceQuota", { spec: { hard: { "requests.cpu": "1" } } }),
  },
  {
    invariant: "quota-covers-pods",
    title: "a quota has no GPU for a pod that has one",
    breakIt: (tree) =>
      add("ResourceQuota", { spec: { hard: { "requests.nvidia.com/gpu": "1" } } })(
        set(PROXY, `${RESOURCES}.requests`, { "nvidia.com/gpu": "1" })(tree),
      ),
  },
  {
    invariant: "devices-requested-whole",
    title: "a container asks for half a GPU",
    breakIt: set(PROXY, `${RESOURCES}.limits`, { "nvidia.com/gpu": "500m" }),
  },
  {
    invariant: "devices-requested-whole",
    title: "a container asks for fewer GPUs than it may have",
    breakIt: set(PROXY, RESOURCES, { requests: { "nvidia.com/gpu": "1" }, limits: { "nvidia.com/gpu": "2" } }),
  },
  {
    invariant: "devices-requested-whole",
    title: "a container asks for a GPU without a limit",
    breakIt: set(PROXY, `${RESOURCES}.requests`, { "nvidia.com/gpu": "1" }),
  },
  {
    invariant: "job-ends",
    title: "a Job may run for ever",
    breakIt: set("Job milvus-root-password", "spec.activeDeadlineSeconds", undefined),
  },
  {
    invariant: "job-can-change",
    title: "a Job is no hook",
    breakIt: set("Job milvus-root-password", "metadata.annotations", {}),
  },
  {
    invariant: "job-can-change",
    title: "a Job stays when it has failed",
    breakIt: set("Job milvus-root-password", "metadata.annotations", {
      "argocd.argoproj.io/hook": "PostSync",
      "argocd.argoproj.io/hook-delete-policy": "HookSucceeded",
    }),
  },
  { invariant: "object-matches-schema", title: "a number is a text", breakIt: set(ETCD, "spec.replicas", "three") },
  {
    invariant: "object-matches-schema",
    title: "a container has no name",
    breakIt: set(PROXY, `${CONTAINER}.name`, undefined),
  },
  { invariant: "object-matches-schema", title: "a kind is misspelt", breakIt: add("Sevrice", {}) },
  {
    invariant: "object-matches-schema",
    title: "a file of a ConfigMap is no text",
    breakIt: add("ConfigMap", { data: { "a.yaml": { b: 1 } } }),
  },
  {
    invariant: "api-version-stable",
    title: "custom/ brings a budget of an old version",
    breakIt: add("PodDisruptionBudget", { apiVersion: "policy/v1beta1" }),
  },
  { invariant: "pod-has-controller", title: "custom/ brings a bare pod", breakIt: add("Pod", { spec: { containers: [] } }) },
  ...["requests", "limits"].flatMap((field) =>
    ["cpu", "memory"].map((resource) => ({
      invariant: "requests-and-limits-set",
      title: `a container has no ${field} of ${resource}`,
      breakIt: set(ETCD, `${RESOURCES}.${field}.${resource}`, undefined),
    })),
  ),
  { invariant: "requests-and-limits-set", title: "a sidecar has none of them", breakIt: SIDECAR },
  {
    invariant: "request-within-limit",
    title: "a container asks for more",
    breakIt: set(ETCD, `${RESOURCES}.requests.memory`, "1Ti"),
  },
  { invariant: "request-within-limit", title: "a container may use less", breakIt: set(ETCD, `${RESOURCES}.limits.cpu`, "1m") },
  {
    invariant: "ephemeral-storage-bounded",
    title: "a container asks for disk without a limit",
    breakIt: set(PROXY, RESOURCES, { requests: { "ephemeral-storage": "1Gi" }, limits: {} }),
  },
  ...["startupProbe", "livenessProbe", "readinessProbe"].map((probe) => ({
    invariant: "probes-present",
    title: `a server has no ${probe}`,
    breakIt: set(PROXY, `${CONTAINER}.${probe}`, undefined),
  })),
  { invariant: "probes-present", title: "a sidecar has none", breakIt: SIDECAR },
  {
    invariant: "probe-port-declared",
    title: "a probe asks another port",
    breakIt: set(ETCD, `${CONTAINER}.readinessProbe.httpGet.port`, 2399),
  },
  {
    invariant: "probe-port-declared",
    title: "a container calls its port otherwise",
    breakIt: set(ETCD, `${CONTAINER}.livenessProbe`, { tcpSocket: { port: "clients" } }),
  },
  {
    invariant: "probes-differ",
    title: "liveness and readiness ask the same path",
    breakIt: (tree) => {
      const probe = { httpGet: { path: "/livez", port: 2379 } };
      return set(ETCD, `${CONTAINER}.readinessProbe`, probe)(set(ETCD, `${CONTAINER}.livenessProbe`, probe)(tree));
    },
  },
  {
    invariant: "startup-budget-suffices",
    title: "etcd is given half a minute",
    breakIt: set(ETCD, `${CONTAINER}.startupProbe.failureThreshold`, 6),
  },
  {
    invariant: "startup-budget-suffices",
    title: "a proxy is given the default",
    breakIt: set(PROXY, `${CONTAINER}.startupProbe`, { tcpSocket: { port: 9091 } }),
  },
  {
    invariant: "roll-out-outlasts-start",
    title: "a Deployment is given less time than a pod",
    breakIt: set(PROXY, "spec.progressDeadlineSeconds", 120),
  },
  {
    invariant: "roll-out-outlasts-start",
    title: "a pod is given more time than its Deployment",
    breakIt: set(PROXY, `${CONTAINER}.startupProbe.failureThreshold`, 1000),
  },
  {
    invariant: "liveness-calls-no-other",
    title: "a liveness probe calls etcd",
    breakIt: set(PROXY, `${CONTAINER}.livenessProbe`, { exec: { command: ["curl", "http://etcd:2379/health"] } }),
  },
  {
    invariant: "liveness-asks-no-peer",
    title: "a liveness probe of Milvus asks for its state",
    breakIt: set(PROXY, `${CONTAINER}.livenessProbe`, { httpGet: { path: "/healthz", port: 9091 } }),
  },
  {
    invariant: "liveness-asks-no-peer",
    title: "a liveness probe of etcd asks the majority",
    breakIt: set(ETCD, `${CONTAINER}.livenessProbe.httpGet.path`, "/health"),
  },
  {
    invariant: "liveness-asks-no-peer",
    title: "a liveness probe of MinIO asks the cluster",
    breakIt: set(MINIO, `${CONTAINER}.livenessProbe.httpGet.path`, "/minio/health/cluster"),
  },
  {
    invariant: "ports-unprivileged",
    title: "a container listens on 22",
    breakIt: set(PROXY, `${CONTAINER}.ports.0.containerPort`, 22),
  },
  {
    invariant: "port-names-legal",
    title: "a port has a long name",
    breakIt: set(PROXY, `${CONTAINER}.ports.0.name`, "milvus-grpc-and-rest"),
  },
  {
    invariant: "port-names-legal",
    title: "a Service leads to a name in upper case",
    breakIt: set("Service etcd", "spec.ports.0.targetPort", "Client"),
  },
  {
    invariant: "ports-declared-once",
    title: "two ports of a container have one name",
    breakIt: set(ETCD, `${CONTAINER}.ports.1.name`, "client"),
  },
  {
    invariant: "ports-declared-once",
    title: "two ports of a Service have one name",
    breakIt: set("Service etcd-headless", "spec.ports.1.name", "client"),
  },
];

export const PODS_ACROSS_SEEDS: readonly PlatformSeed[] = [
  {
    invariant: "application-matches-schema",
    title: "an Application follows a branch that is a number",
    breakIt: (tree) => ({
      ...tree,
      applications: tree.applications.map((object) =>
        object.kind === "Application" ? { ...object, spec: { ...(object.spec as object), project: 1 } } : object,
      ),
    }),
  },
];
