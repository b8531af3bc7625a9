import { describe, expect, it } from "vitest";
import { applicationMatchesSchema, objectMatchesSchema } from "../../generator/checks/schema.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { aPlatform } from "../argocd/platform.ts";
import { treeOf } from "./trees.ts";

const TEMPLATE = { metadata: { labels: { a: "b" } }, spec: { containers: [{ name: "a" }] } };
const SELECTOR = { matchLabels: { a: "b" } };

/** Of every kind that the generator makes, and one that people add: fields that are right, and a field that is wrong. */
const KINDS = [
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    good: { spec: { replicas: 3, selector: SELECTOR, template: TEMPLATE } },
    bad: { spec: { replicas: "three", selector: SELECTOR, template: TEMPLATE } },
    message: "data/spec/replicas must be integer",
  },
  {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    good: { spec: { serviceName: "a", selector: SELECTOR, template: TEMPLATE } },
    bad: { spec: { serviceName: "a", selector: SELECTOR } },
    message: "data/spec must have required property template",
  },
  {
    apiVersion: "v1",
    kind: "Service",
    good: { spec: { ports: [{ port: 80 }] } },
    bad: { spec: { ports: [{ port: "80" }] } },
    message: "data/spec/ports/0/port must be integer",
  },
  {
    apiVersion: "v1",
    kind: "ServiceAccount",
    good: { automountServiceAccountToken: false },
    bad: { automountServiceAccountToken: "no" },
    message: "data/automountServiceAccountToken must be boolean",
  },
  {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    good: { spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" } },
    bad: { spec: { unhealthyPodEvictionPolicy: "Never" } },
    message: "data/spec/unhealthyPodEvictionPolicy must be equal to one of the allowed values",
  },
  {
    apiVersion: "v1",
    kind: "Namespace",
    good: {},
    bad: { spec: { finalizers: "kubernetes" } },
    message: "data/spec/finalizers must be array",
  },
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    good: { data: { file: "text" } },
    bad: { data: { file: 1 } },
    message: "data/data/file must be string",
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    good: { spec: { ingressClassName: "nginx", rules: [{ host: "a.example.com" }] } },
    bad: { spec: { rules: { host: "a.example.com" } } },
    message: "data/spec/rules must be array",
  },
  {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "GRPCRoute",
    good: { spec: { parentRefs: [{ name: "a" }], rules: [{ backendRefs: [{ name: "a", port: 80 }] }] } },
    bad: { spec: { rules: [{ backendRefs: [{ name: "a", port: 0 }] }] } },
    message: "data/spec/rules/0/backendRefs/0/port must be >= 1",
  },
  {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "TLSRoute",
    good: { spec: { hostnames: ["a.example.com"], rules: [{ backendRefs: [{ name: "a", port: 80 }] }] } },
    bad: { spec: { rules: [] } },
    message: "data/spec/rules must NOT have fewer than 1 items",
  },
  {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PodMonitor",
    good: { spec: { selector: SELECTOR, podMetricsEndpoints: [{ port: "metrics", path: "/metrics", interval: "30s" }] } },
    bad: { spec: { selector: SELECTOR, podMetricsEndpoints: [{ port: 9091 }] } },
    message: "data/spec/podMetricsEndpoints/0/port must be string",
  },
  {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    good: { spec: { selector: SELECTOR, endpoints: [{ port: "metrics" }] } },
    bad: { spec: { selector: SELECTOR } },
    message: "data/spec must have required property endpoints",
  },
  {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    good: {
      spec: { groups: [{ name: "a", rules: [{ alert: "A", expr: "up == 0", for: "5m", labels: { severity: "info" } }] }] },
    },
    bad: { spec: { groups: [{ name: "a", rules: [{ alert: "A" }] }] } },
    message: "data/spec/groups/0/rules/0 must have required property expr",
  },
  {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    good: { spec: { refreshInterval: "1h", secretStoreRef: { name: "vault" } } },
    bad: { spec: { data: [{ secretKey: "a" }], secretStoreRef: { name: "vault" } } },
    message: "data/spec/data/0 must have required property remoteRef",
  },
  {
    apiVersion: "batch/v1",
    kind: "CronJob",
    good: { spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: TEMPLATE } } } },
    bad: { spec: { schedule: 3, jobTemplate: { spec: { template: TEMPLATE } } } },
    message: "data/spec/schedule must be string",
  },
  {
    apiVersion: "bitnami.com/v1alpha1",
    kind: "SealedSecret",
    good: { spec: { encryptedData: { a: "AgBy" } } },
    bad: { spec: { encryptedData: { a: "" } } },
    message: "spec.encryptedData.a must be ciphertext.",
  },
  {
    apiVersion: "bitnami.com/v1alpha1",
    kind: "SealedSecret",
    good: { spec: { encryptedData: {} } },
    bad: { spec: {} },
    message: "spec.encryptedData must be a map.",
  },
  {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    good: { spec: { project: "a", destination: { name: "in-cluster" } } },
    bad: { spec: { project: "a", destination: { name: "in-cluster" }, syncPolicy: { automated: { prune: "yes" } } } },
    message: "data/spec/syncPolicy/automated/prune must be boolean",
  },
  {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    good: { spec: { sourceRepos: ["https://github.com/acme/milvus.git"] } },
    bad: { spec: { sourceRepos: "https://github.com/acme/milvus.git" } },
    message: "data/spec/sourceRepos must be array",
  },
];

describe("objectMatchesSchema", () => {
  it.each(KINDS)("accepts a $kind that is right", async ({ apiVersion, kind, good }) => {
    expect(await objectMatchesSchema.find(treeOf([anObject(apiVersion, kind, good)]))).toEqual([]);
  });

  it.each(KINDS)("refuses a $kind: $message", async ({ apiVersion, kind, bad, message }) => {
    expect(await objectMatchesSchema.find(treeOf([anObject(apiVersion, kind, bad)]))).toEqual([
      { subject: `${kind} milvus-test/x`, message },
    ]);
  });

  it.each([
    { apiVersion: "v1", kind: "Sevrice" },
    { apiVersion: "apps/v1beta1", kind: "Deployment" },
  ])("refuses $apiVersion $kind, which Kubernetes does not have", async ({ apiVersion, kind }) => {
    expect(await objectMatchesSchema.find(treeOf([anObject(apiVersion, kind, { spec: {} })]))).toEqual([
      { subject: `${kind} milvus-test/x`, message: `There is no kind ${kind} in ${apiVersion}.` },
    ]);
  });

  it.each([
    { apiVersion: "cert-manager.io/v1", kind: "Certificate" },
    { apiVersion: "kafka.strimzi.io/v1", kind: "KafkaTopic" },
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role" },
  ])("leaves $apiVersion $kind to the cluster, since nobody here knows it", async ({ apiVersion, kind }) => {
    expect(await objectMatchesSchema.find(treeOf([anObject(apiVersion, kind, { spec: 1 })]))).toEqual([]);
  });

  it("refuses an object without an apiVersion, which Kustomize lets pass", async () => {
    const { apiVersion, ...object } = anObject("v1", "ConfigMap", {});

    expect(await objectMatchesSchema.find(treeOf([object as KubernetesObject]))).toEqual([
      { subject: "ConfigMap milvus-test/x", message: "It has no apiVersion." },
    ]);
  });

  it("knows ScaledObjects, of which no package has the schema", async () => {
    const spec = {
      scaleTargetRef: { name: "web" },
      minReplicaCount: 2,
      triggers: [{ type: "cpu", metadata: { value: "60" } }],
    };
    const messages = async (changes: object) =>
      (
        await objectMatchesSchema.find(
          treeOf([anObject("keda.sh/v1alpha1", "ScaledObject", { spec: { ...spec, ...changes } })]),
        )
      ).map(({ message }) => message);

    expect(await messages({})).toEqual([]);
    expect(await messages({ scaleTargetRef: {}, triggers: [] })).toEqual([
      "spec.scaleTargetRef must name a workload.",
      "spec.triggers must be a list.",
    ]);
    expect(await messages({ minReplicaCount: "2", maxReplicaCount: 0 })).toEqual([
      "spec.minReplicaCount must be a whole number.",
      "spec.maxReplicaCount must be 1 or more.",
      "spec.minReplicaCount must not be above maxReplicaCount.",
    ]);
    expect(await messages({ triggers: [{ metadata: { value: 60 } }] })).toEqual([
      "spec.triggers[0].type must be a text.",
      "spec.triggers[0].metadata must be a map of texts.",
    ]);
  });

  it("reports every object, in their order", async () => {
    const objects = [
      anObject("v1", "ConfigMap", { data: { file: 1 } }),
      anObject("v1", "Service", { spec: { ports: [{ port: "80" }] } }),
    ];
    const violations = await objectMatchesSchema.find(treeOf(objects));

    expect(violations.map(({ subject }) => subject)).toEqual(["ConfigMap milvus-test/x", "Service milvus-test/x"]);
  });
});

describe("applicationMatchesSchema", () => {
  it("looks into what Argo CD reads", async () => {
    const applications = [anObject("argoproj.io/v1alpha1", "Application", { spec: { project: 1, destination: {} } })];

    expect(await applicationMatchesSchema.find({ platform: aPlatform(), applications, environments: [] })).toEqual([
      { subject: "Application milvus-test/x", message: "data/spec/project must be string" },
    ]);
  });
});

function anObject(apiVersion: string, kind: string, fields: object): KubernetesObject {
  return { apiVersion, kind, metadata: { name: "x", namespace: "milvus-test" }, ...fields };
}
