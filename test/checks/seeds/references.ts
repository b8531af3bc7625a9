import type { PlatformTree } from "../../../generator/checks/invariant.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import type { EnvironmentSeed, PlatformSeed } from "./seed.ts";
import { add, all, remove, set, setFirst } from "./tree-changes.ts";

const PROXY = "Deployment milvus-proxy";
const ETCD = "StatefulSet etcd";
const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;
const PROXY_LABELS = { "app.kubernetes.io/name": "milvus", "app.kubernetes.io/component": "proxy" };
const NOTHING = { app: "nothing" };
const EXTRA_VOLUME = `${POD}.volumes.99`;
const EXTRA_VARIABLE = `${CONTAINER}.env.99`;

const QUERY_NODE_LABELS = { "app.kubernetes.io/name": "milvus", "app.kubernetes.io/component": "querynode" };
const MORE_QUERY_NODES = {
  selector: { matchLabels: { ...QUERY_NODE_LABELS, group: "reports" } },
  template: { metadata: { labels: { ...QUERY_NODE_LABELS, group: "reports" } }, spec: { containers: [] } },
};

const POLICY = { apiVersion: "networking.k8s.io/v1" };

export const REFERENCES_SEEDS: readonly EnvironmentSeed[] = [
  {
    invariant: "certificate-issuer-exists",
    title: "the authority of the namespace has no issuer",
    breakIt: remove("Issuer milvus-ca"),
  },
  {
    invariant: "certificate-names-pods",
    title: "etcd's certificate leaves the third member out",
    breakIt: set("Certificate etcd-tls", "spec.dnsNames", [
      "etcd",
      "etcd-0.etcd-headless",
      "etcd-1.etcd-headless.milvus-prod.svc",
    ]),
  },
  {
    invariant: "object-defined-once",
    title: "an object is there twice",
    breakIt: (tree) => ({ ...tree, objects: [...tree.objects, ...tree.objects.slice(0, 1)] }),
  },
  {
    invariant: "object-defined-once",
    title: "custom/ has a Service of a taken name",
    breakIt: add("Service", { spec: { ports: [] } }, "etcd"),
  },
  {
    invariant: "selector-matches-template",
    title: "the selector of a Deployment asks for another label",
    breakIt: set(PROXY, "spec.selector.matchLabels.tier", "front"),
  },
  {
    invariant: "selector-matches-template",
    title: "the pods of a StatefulSet have other labels",
    breakIt: set(ETCD, "spec.template.metadata.labels", NOTHING),
  },
  {
    invariant: "selectors-do-not-overlap",
    title: "a group of query nodes in custom/ has their component",
    breakIt: add("Deployment", { apiVersion: "apps/v1", spec: MORE_QUERY_NODES }, "milvus-querynode-reports"),
  },
  {
    invariant: "service-selects-pods",
    title: "a Service selects other pods",
    breakIt: set("Service etcd", "spec.selector", NOTHING),
  },
  {
    invariant: "service-selects-pods",
    title: "the pods of a Service are gone",
    breakIt: remove(PROXY),
  },
  {
    invariant: "service-target-port-exists",
    title: "a Service leads to a name that no port has",
    breakIt: set("Service etcd", "spec.ports.0.targetPort", "clients"),
  },
  {
    invariant: "service-target-port-exists",
    title: "a Service leads to another number",
    breakIt: set("Service milvus-proxy", "spec.ports.0.targetPort", 19531),
  },
  {
    invariant: "service-target-port-exists",
    title: "a container no longer declares its port",
    breakIt: set(ETCD, `${CONTAINER}.ports`, []),
  },
  {
    invariant: "stateful-set-has-headless-service",
    title: "the headless Service is missing",
    breakIt: remove("Service etcd-headless"),
  },
  {
    invariant: "stateful-set-has-headless-service",
    title: "the headless Service has an address",
    breakIt: set("Service etcd-headless", "spec.clusterIP", undefined),
  },
  {
    invariant: "stateful-set-has-headless-service",
    title: "a StatefulSet names another Service",
    breakIt: set(ETCD, "spec.serviceName", "etcd"),
  },
  {
    invariant: "peers-found-before-ready",
    title: "the headless Service of etcd hides members that are not ready",
    breakIt: set("Service etcd-headless", "spec.publishNotReadyAddresses", false),
  },
  {
    invariant: "budget-selects-one-workload",
    title: "a budget selects nothing",
    breakIt: add("PodDisruptionBudget", { apiVersion: "policy/v1", spec: { selector: { matchLabels: NOTHING } } }),
  },
  {
    invariant: "budget-selects-one-workload",
    title: "a budget selects all pods",
    breakIt: add("PodDisruptionBudget", { apiVersion: "policy/v1", spec: { selector: {} } }),
  },
  {
    invariant: "budgets-do-not-overlap",
    title: "a workload has two budgets",
    breakIt: all(
      add("PodDisruptionBudget", { apiVersion: "policy/v1", spec: { selector: { matchLabels: PROXY_LABELS } } }, "one"),
      add("PodDisruptionBudget", { apiVersion: "policy/v1", spec: { selector: { matchLabels: PROXY_LABELS } } }, "two"),
    ),
  },
  {
    invariant: "network-policy-selects-pods",
    title: "a NetworkPolicy is for pods that do not exist",
    breakIt: add("NetworkPolicy", { ...POLICY, spec: { podSelector: { matchLabels: NOTHING } } }),
  },
  {
    invariant: "network-policy-port-exists",
    title: "a NetworkPolicy lets in to a port that no container has",
    breakIt: add("NetworkPolicy", {
      ...POLICY,
      spec: { podSelector: { matchLabels: PROXY_LABELS }, ingress: [{ ports: [{ port: 80 }] }] },
    }),
  },
  {
    invariant: "network-policy-port-exists",
    title: "a NetworkPolicy lets out to the port of a Service in place of the pod's",
    breakIt: add("NetworkPolicy", {
      ...POLICY,
      spec: {
        podSelector: {},
        egress: [{ to: [{ podSelector: { matchLabels: PROXY_LABELS } }], ports: [{ port: 443 }] }],
      },
    }),
  },
  {
    invariant: "autoscaler-target-exists",
    title: "an autoscaler scales a role of another topology",
    breakIt: add("HorizontalPodAutoscaler", {
      apiVersion: "autoscaling/v2",
      spec: { scaleTargetRef: { kind: "Deployment", name: "milvus-standalone" } },
    }),
  },
  {
    invariant: "autoscaler-counts-alone",
    title: "an autoscaler scales what has a number in Git",
    breakIt: add("HorizontalPodAutoscaler", {
      apiVersion: "autoscaling/v2",
      spec: { scaleTargetRef: { kind: "Deployment", name: "milvus-proxy" } },
    }),
  },
  {
    invariant: "autoscaler-counts-alone",
    title: "KEDA scales what has a number in Git",
    breakIt: add("ScaledObject", {
      apiVersion: "keda.sh/v1alpha1",
      spec: { scaleTargetRef: { name: "milvus-proxy" }, minReplicaCount: 1 },
    }),
  },
  {
    invariant: "scaled-object-keeps-pods",
    title: "KEDA is not told to keep a pod",
    breakIt: add("ScaledObject", { apiVersion: "keda.sh/v1alpha1", spec: { scaleTargetRef: { name: "milvus-proxy" } } }),
  },
  {
    invariant: "route-leads-to-service",
    title: "an Ingress leads to a Service that does not exist",
    breakIt: add("Ingress", {
      ...POLICY,
      spec: { defaultBackend: { service: { name: "milvus", port: { number: 19530 } } } },
    }),
  },
  {
    invariant: "route-leads-to-service",
    title: "a route leads to a port that the Service does not offer",
    breakIt: add("GRPCRoute", {
      apiVersion: "gateway.networking.k8s.io/v1",
      spec: { rules: [{ backendRefs: [{ name: "milvus-proxy", port: 9091 }] }] },
    }),
  },
  {
    invariant: "certificate-is-declared",
    title: "an Ingress takes a certificate that nobody makes",
    breakIt: add("Ingress", { ...POLICY, spec: { tls: [{ secretName: "nobodys" }] } }),
  },
  {
    invariant: "address-has-service",
    title: "a variable names a Service that does not exist",
    breakIt: set(PROXY, EXTRA_VARIABLE, { name: "A", value: "http://metrics:9090" }),
  },
  {
    invariant: "address-has-service",
    title: "the configuration names a Service that does not exist",
    breakIt: setFirst("ConfigMap", "data.more", "minio:\n  address: storage\n  port: 9000\n"),
  },
  {
    invariant: "address-port-offered",
    title: "the configuration names a port that the Service does not offer",
    breakIt: setFirst("ConfigMap", "data.more", "etcd: etcd:2380\n"),
  },
  {
    invariant: "address-port-offered",
    title: "a Service offers another port than its clients expect",
    breakIt: set("Service etcd-headless", "spec.ports.0.port", 12379),
  },
  {
    invariant: "address-has-pod",
    title: "the configuration names a member too many",
    breakIt: setFirst("ConfigMap", "data.more", "etcd: etcd-7.etcd-headless:2379\n"),
  },
  { invariant: "address-has-pod", title: "a StatefulSet has no members", breakIt: set(ETCD, "spec.replicas", 0) },
  {
    invariant: "service-account-exists",
    title: "a pod runs under an account that does not exist",
    breakIt: set(PROXY, `${POD}.serviceAccountName`, "nobody"),
  },
  { invariant: "service-account-exists", title: "an account is missing", breakIt: remove("ServiceAccount etcd") },
  {
    invariant: "pull-secret-is-declared",
    title: "a pod pulls its image with a Secret that nobody makes",
    breakIt: set(PROXY, `${POD}.imagePullSecrets`, [{ name: "nobodys" }]),
  },
  {
    invariant: "pull-secret-is-declared",
    title: "an account does",
    breakIt: set("ServiceAccount etcd", "imagePullSecrets", [{ name: "nobodys" }]),
  },
  {
    invariant: "config-map-exists",
    title: "a volume is a ConfigMap without its hash",
    breakIt: set(PROXY, EXTRA_VOLUME, { name: "more", configMap: { name: "milvus-config" } }),
  },
  {
    invariant: "config-map-exists",
    title: "all variables come from a ConfigMap that does not exist",
    breakIt: set(PROXY, `${CONTAINER}.envFrom`, [{ configMapRef: { name: "nothing" } }]),
  },
  {
    invariant: "config-map-has-key",
    title: "a volume takes a key that its ConfigMap lacks",
    breakIt: all(
      add("ConfigMap", { data: { a: "b" } }),
      set(PROXY, EXTRA_VOLUME, { name: "more", configMap: { name: "extra", items: [{ key: "b", path: "b" }] } }),
    ),
  },
  {
    invariant: "secret-exists",
    title: "a variable comes from a Secret that nobody makes",
    breakIt: set(PROXY, EXTRA_VARIABLE, { name: "A", valueFrom: { secretKeyRef: { name: "nobodys", key: "a" } } }),
  },
  {
    invariant: "secret-exists",
    title: "the environment no longer requires its Secret",
    breakIt: (tree) => ({ ...tree, secrets: new Map() }),
  },
  {
    invariant: "secret-has-key",
    title: "a variable takes a key that its Secret lacks",
    breakIt: set(PROXY, EXTRA_VARIABLE, {
      name: "A",
      valueFrom: { secretKeyRef: { name: "milvus-object-storage", key: "password" } },
    }),
  },
  {
    invariant: "claim-exists",
    title: "a pod mounts a claim that nobody makes",
    breakIt: set(PROXY, EXTRA_VOLUME, { name: "more", persistentVolumeClaim: { claimName: "data-etcd-99" } }),
  },
  {
    invariant: "mount-has-volume",
    title: "a container mounts a volume that the pod does not have",
    breakIt: set(PROXY, `${CONTAINER}.volumeMounts.0.name`, "nothing"),
  },
  {
    invariant: "mount-has-volume",
    title: "a claim template is gone",
    breakIt: set(ETCD, "spec.volumeClaimTemplates", []),
  },
  {
    invariant: "mounted-file-exists",
    title: "a container mounts a file that the ConfigMap does not have",
    breakIt: set(PROXY, `${CONTAINER}.volumeMounts.0.subPath`, "milvus.yml"),
  },
  {
    invariant: "variable-set-before-use",
    title: "an argument uses a variable that does not exist",
    breakIt: set(ETCD, `${CONTAINER}.args`, ["--name=$(HOST_NAME)"]),
  },
  {
    invariant: "variable-set-before-use",
    title: "a variable stands above the one that it uses",
    breakIt: set(PROXY, `${CONTAINER}.env`, [
      { name: "A", value: "$(B)" },
      { name: "B", value: "b" },
    ]),
  },
  {
    invariant: "variable-set-once",
    title: "a variable is set twice",
    breakIt: set(PROXY, `${CONTAINER}.env`, [
      { name: "A", value: "a" },
      { name: "A", value: "b" },
    ]),
  },
  {
    invariant: "priority-class-is-declared",
    title: "a pod has a priority class that the environment does not name",
    breakIt: set(PROXY, `${POD}.priorityClassName`, "nobodys"),
  },
  {
    invariant: "storage-class-is-declared",
    title: "a claim has a storage class that the environment does not name",
    breakIt: set(ETCD, "spec.volumeClaimTemplates.0.spec.storageClassName", "nobodys"),
  },
  {
    invariant: "storage-class-is-declared",
    title: "a volume that goes with its pod has one",
    breakIt: set(PROXY, EXTRA_VOLUME, {
      name: "scratch",
      ephemeral: { volumeClaimTemplate: { spec: { storageClassName: "nobodys" } } },
    }),
  },
  {
    invariant: "runtime-class-is-declared",
    title: "a pod has a runtime class that the environment does not name",
    breakIt: set(PROXY, `${POD}.runtimeClassName`, "nobodys"),
  },
];

export const REFERENCES_ACROSS_SEEDS: readonly PlatformSeed[] = [
  {
    invariant: "no-trace-of-other-environments",
    title: "an environment calls a Service of another",
    breakIt: inFirst(({ namespace }) => ({ data: { more: `kafka: etcd.${namespace}.svc:2379\n` } })),
  },
  {
    invariant: "no-trace-of-other-environments",
    title: "an environment lets in the pods of another",
    breakIt: inFirst(({ namespace }) => ({ spec: { matchLabels: { "kubernetes.io/metadata.name": namespace } } })),
  },
  {
    invariant: "no-trace-of-other-environments",
    title: "an object carries the label of another environment",
    breakIt: inFirst(({ name }) => ({ template: { labels: { environment: name } } })),
  },
  {
    invariant: "no-trace-of-other-environments",
    title: "a credential comes from the folder of another environment",
    breakIt: inFirst(({ name }) => ({ spec: { data: [{ remoteRef: { key: `milvus/${name}/object-storage` } }] } })),
  },
];

/** A hand-written object in the first environment that says something of the second. */
function inFirst(fieldsOf: (other: { readonly name: string; readonly namespace: string }) => object) {
  return (tree: PlatformTree): PlatformTree => {
    const [first, second, ...rest] = tree.environments;
    if (first === undefined || second === undefined) throw new Error("The tree has fewer than two environments.");
    const metadata = { name: "extra", namespace: first.environment.namespace };
    const object: KubernetesObject = { apiVersion: "v1", kind: "ConfigMap", metadata, ...fieldsOf(second.environment) };
    return { ...tree, environments: [{ ...first, objects: [...first.objects, object] }, second, ...rest] };
  };
}
