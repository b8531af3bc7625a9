import type { EnvironmentSeed } from "./seed.ts";
import { add, all, set, setFirst } from "./tree-changes.ts";

const PROXY = "Deployment milvus-proxy";
const ETCD = "StatefulSet etcd";
const MINIO = "StatefulSet minio";
const POD = "spec.template.spec";
const POD_CONTEXT = `${POD}.securityContext`;
const CONTAINER = `${POD}.containers.0`;
const CONTEXT = `${CONTAINER}.securityContext`;

/** An init container as somebody would add it, with nothing that "restricted" asks for. */
const BARE_INIT = set(PROXY, `${POD}.initContainers`, [{ name: "wait", image: "registry.example.com/wait:1" }]);

/** A job of custom/ with nothing that "restricted" asks for. */
const BARE_JOB = add("CronJob", {
  apiVersion: "batch/v1",
  spec: {
    jobTemplate: { spec: { template: { spec: { containers: [{ name: "job", image: "registry.example.com/job:1" }] } } } },
  },
});

/** The field of a context at both levels. */
function atBothLevels(invariant: string, field: string, value: unknown): EnvironmentSeed[] {
  return [
    { invariant, title: `a pod's ${field} is ${JSON.stringify(value)}`, breakIt: set(ETCD, `${POD_CONTEXT}.${field}`, value) },
    {
      invariant,
      title: `a container's ${field} is ${JSON.stringify(value)}`,
      breakIt: set(ETCD, `${CONTEXT}.${field}`, value),
    },
  ];
}

/** What of it must be said: neither a container that somebody adds does so, nor a job. */
function unsaid(invariant: string): EnvironmentSeed[] {
  return [
    { invariant, title: "an init container of custom/ says nothing", breakIt: BARE_INIT },
    { invariant, title: "a CronJob of custom/ says nothing", breakIt: BARE_JOB },
  ];
}

function ofContainer(invariant: string, field: string, value: unknown): EnvironmentSeed {
  return {
    invariant,
    title: `a container's ${field} is ${JSON.stringify(value)}`,
    breakIt: set(PROXY, `${CONTEXT}.${field}`, value),
  };
}

function ofPod(invariant: string, field: string, value: unknown): EnvironmentSeed {
  return { invariant, title: `a pod's ${field} is ${JSON.stringify(value)}`, breakIt: set(PROXY, `${POD}.${field}`, value) };
}

const LABELS = {
  "pod-security.kubernetes.io/audit": "restricted",
  "pod-security.kubernetes.io/enforce": "restricted",
  "pod-security.kubernetes.io/enforce-version": "v1.30",
  "pod-security.kubernetes.io/warn": "restricted",
};

export const SECURITY_SEEDS: readonly EnvironmentSeed[] = [
  {
    invariant: "namespace-enforces-pod-security",
    title: "the Namespace enforces only the baseline",
    breakIt: setFirst("Namespace", "metadata.labels", { ...LABELS, "pod-security.kubernetes.io/enforce": "baseline" }),
  },
  {
    invariant: "namespace-enforces-pod-security",
    title: "the Namespace has no labels",
    breakIt: setFirst("Namespace", "metadata.labels", undefined),
  },
  {
    invariant: "namespace-pins-pod-security",
    title: "the Namespace follows the cluster's version",
    breakIt: setFirst("Namespace", "metadata.labels", { ...LABELS, "pod-security.kubernetes.io/enforce-version": "latest" }),
  },
  {
    invariant: "namespace-is-own",
    title: "custom/ brings a Namespace",
    breakIt: add("Namespace", { metadata: { name: "other" } }),
  },
  {
    invariant: "object-is-in-namespace",
    title: "an object is in another namespace",
    breakIt: set("Service etcd", "metadata.namespace", "other"),
  },
  {
    invariant: "object-is-in-namespace",
    title: "custom/ brings a kind without a namespace",
    breakIt: add("StorageClass", { apiVersion: "storage.k8s.io/v1", metadata: { name: "fast" } }),
  },
  { invariant: "security-context-at-both-levels", title: "a pod has none", breakIt: set(ETCD, POD_CONTEXT, undefined) },
  { invariant: "security-context-at-both-levels", title: "a container has none", breakIt: set(ETCD, CONTEXT, {}) },
  ...atBothLevels("runs-as-non-root", "runAsNonRoot", false),
  ...unsaid("runs-as-non-root").slice(1),
  ...atBothLevels("user-is-numeric", "runAsUser", 0),
  ...unsaid("user-is-numeric").slice(1),
  ...atBothLevels("user-fits-image", "runAsUser", 1000),
  {
    invariant: "user-fits-image",
    title: "a volume of MinIO has another group",
    breakIt: set(MINIO, `${POD_CONTEXT}.fsGroup`, 5),
  },
  {
    invariant: "user-fits-image",
    title: "Milvus runs in another group",
    breakIt: set(PROXY, `${POD_CONTEXT}.runAsGroup`, 10001),
  },
  ...atBothLevels("group-is-not-root", "runAsGroup", 0),
  { invariant: "group-is-not-root", title: "volumes belong to root's", breakIt: set(ETCD, `${POD_CONTEXT}.fsGroup`, 0) },
  {
    invariant: "group-is-not-root",
    title: "root's is a further group",
    breakIt: set(ETCD, `${POD_CONTEXT}.supplementalGroups`, [0]),
  },
  ofContainer("container-not-privileged", "privileged", true),
  ofContainer("no-privilege-escalation", "allowPrivilegeEscalation", true),
  ...unsaid("no-privilege-escalation"),
  ofContainer("proc-mount-default", "procMount", "Unmasked"),
  ofContainer("capabilities-dropped", "capabilities", { drop: ["NET_RAW"] }),
  ...unsaid("capabilities-dropped"),
  ofContainer("capabilities-not-added", "capabilities.add", ["SYS_ADMIN"]),
  ...atBothLevels("seccomp-profile-set", "seccompProfile", { type: "Unconfined" }),
  ...unsaid("seccomp-profile-set").slice(1),
  ...atBothLevels("apparmor-confined", "appArmorProfile", { type: "Unconfined" }),
  {
    invariant: "apparmor-annotation-confined",
    title: "an annotation takes AppArmor away",
    breakIt: set(PROXY, "spec.template.metadata.annotations", {
      "container.apparmor.security.beta.kubernetes.io/proxy": "unconfined",
    }),
  },
  ...atBothLevels("selinux-confined", "seLinuxOptions", { type: "spc_t" }),
  ...atBothLevels("selinux-confined", "seLinuxOptions", { user: "system_u" }),
  ...atBothLevels("selinux-confined", "seLinuxOptions", { role: "system_r" }),
  {
    invariant: "root-filesystem-read-only",
    title: "the root of etcd can be written",
    breakIt: set(ETCD, `${CONTEXT}.readOnlyRootFilesystem`, false),
  },
  ...unsaid("root-filesystem-read-only"),
  {
    invariant: "writable-paths-mounted",
    title: "Milvus has no temporary folder",
    breakIt: set(PROXY, `${CONTAINER}.volumeMounts`, [
      { name: "data", mountPath: "/var/lib/milvus" },
      { name: "run", mountPath: "/run/milvus" },
    ]),
  },
  {
    invariant: "writable-paths-mounted",
    title: "the folder of etcd is mounted for reading",
    breakIt: set(ETCD, `${CONTAINER}.volumeMounts.0.readOnly`, true),
  },
  {
    invariant: "writable-paths-mounted",
    title: "MinIO keeps its data beside its drive",
    breakIt: set(MINIO, `${CONTAINER}.args`, ["server", "/export"]),
  },
  ofPod("volume-types-allowed", "volumes.0", { name: "config", hostPath: { path: "/var/run/docker.sock" } }),
  ofPod("volume-types-allowed", "volumes.0", { name: "config", nfs: { server: "nfs.example.com", path: "/" } }),
  ofPod("host-namespaces-unused", "hostNetwork", true),
  ofPod("host-namespaces-unused", "hostPID", true),
  ofPod("host-namespaces-unused", "hostIPC", true),
  {
    invariant: "host-ports-unused",
    title: "a container takes a port of its node",
    breakIt: set(PROXY, `${CONTAINER}.ports.0.hostPort`, 19530),
  },
  ...atBothLevels("host-process-off", "windowsOptions", { hostProcess: true }),
  ofPod("sysctls-safe", "securityContext.sysctls", [{ name: "net.core.somaxconn", value: "1024" }]),
  {
    invariant: "handlers-call-own-pod",
    title: "a probe calls a host",
    breakIt: set(ETCD, `${CONTAINER}.livenessProbe.httpGet.host`, "169.254.169.254"),
  },
  {
    invariant: "handlers-call-own-pod",
    title: "a hook calls a host",
    breakIt: set(ETCD, `${CONTAINER}.lifecycle`, { postStart: { httpGet: { host: "example.com", port: 80 } } }),
  },
  ofPod("host-aliases-unused", "hostAliases", [{ ip: "10.0.0.1", hostnames: ["minio"] }]),
  {
    invariant: "account-token-not-mounted",
    title: "an account mounts its token",
    breakIt: set("ServiceAccount etcd", "automountServiceAccountToken", true),
  },
  { invariant: "account-token-not-mounted", title: "an account says nothing of it", breakIt: add("ServiceAccount", {}) },
  ofPod("pod-token-not-mounted", "automountServiceAccountToken", true),
  ...unsaid("pod-token-not-mounted").slice(1),
  ofPod("service-account-is-own", "serviceAccountName", "default"),
  ...unsaid("service-account-is-own").slice(1),
  ofPod("service-links-off", "enableServiceLinks", true),
  ...unsaid("service-links-off").slice(1),
  ...["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"].map((kind) => ({
    invariant: "grants-no-rights",
    title: `custom/ brings a ${kind}`,
    breakIt: add(kind, { apiVersion: "rbac.authorization.k8s.io/v1" }),
  })),
  {
    invariant: "service-type-as-asked",
    title: "etcd is open to the world",
    breakIt: set("Service etcd", "spec.type", "LoadBalancer"),
  },
  {
    invariant: "service-type-as-asked",
    title: "the proxies are, and the environment does not ask for it",
    breakIt: (tree) => ({
      ...set("Service milvus-proxy", "spec.type", "NodePort")(tree),
      environment: { ...tree.environment, exposure: { type: "ClusterIP", annotations: {} } },
    }),
  },
  {
    invariant: "ingress-as-asked",
    title: "custom/ brings an Ingress to MinIO",
    breakIt: add("Ingress", {
      apiVersion: "networking.k8s.io/v1",
      spec: { defaultBackend: { service: { name: "minio", port: { number: 9001 } } } },
    }),
  },
  {
    invariant: "console-behind-password",
    title: "custom/ brings a console of Milvus and an Ingress to it",
    breakIt: (tree) => {
      const { authentication } = tree.environment;
      const open = { ...authentication, milvus: { ...authentication.milvus, enabled: false } };
      const proxy = { app: "console" };
      const environment = { ...tree.environment, authentication: open };
      return all(
        add("Ingress", { apiVersion: "networking.k8s.io/v1", spec: { defaultBackend: { service: { name: "lookout" } } } }),
        add("Service", { spec: { selector: proxy } }, "lookout"),
        add("Deployment", {
          apiVersion: "apps/v1",
          spec: {
            template: { metadata: { labels: proxy }, spec: { containers: [{ name: "a", image: "quay.io/acme/attu:1" }] } },
          },
        }),
      )({ ...tree, environment });
    },
  },
  {
    invariant: "route-as-asked",
    title: "custom/ brings a route to MinIO",
    breakIt: add("HTTPRoute", {
      apiVersion: "gateway.networking.k8s.io/v1",
      spec: { rules: [{ backendRefs: [{ name: "minio", port: 9001 }] }] },
    }),
  },
  {
    invariant: "external-addresses-unused",
    title: "a Service takes an address of its own",
    breakIt: set("Service etcd", "spec.externalIPs", ["203.0.113.7"]),
  },
];
