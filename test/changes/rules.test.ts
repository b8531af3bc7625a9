import { describe, expect, it } from "vitest";
import { OTHERWISE, RULES } from "../../generator/changes/rules/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { APPLICATION, anObject, but, CONTAINER, compareOne, configMap, DEPLOYMENT, PROJECT, STATEFUL_SET } from "./objects.ts";
import { EXAMPLES } from "./rule-examples.ts";

const POD = "spec.template.spec";
const FIRST = `${POD}.containers.0`;

/** `rule risk` of every verdict on a change, the highest risk first. */
function verdictsOf(before: KubernetesObject | undefined, after: KubernetesObject | undefined): string[] {
  return compareOne(before, after).objects.flatMap(({ verdicts }) => verdicts.map(({ rule, risk }) => `${rule} ${risk}`));
}

describe("every rule", () => {
  it("has an example", () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual([...Object.keys(RULES), ...Object.keys(OTHERWISE)].sort());
  });

  it.each(Object.entries(EXAMPLES))("%s gives its verdict", (rule, { before, after, risk, message }) => {
    const [change] = compareOne(before, after).objects;
    expect(change?.verdicts.filter((verdict) => verdict.rule === rule)).toEqual([{ risk, rule, message }]);
  });

  it.each(Object.entries(EXAMPLES))("of the example of %s is silent where nothing changes", (_rule, { before, after }) => {
    expect(verdictsOf(before, before)).toEqual([]);
    expect(verdictsOf(after, after)).toEqual([]);
  });
});

describe("the risk of an object", () => {
  it("is the highest of its verdicts, which come in the order of their risks", () => {
    const after = but(DEPLOYMENT, { "spec.replicas": 1, [`${FIRST}.image`]: "milvusdb/milvus:v2.4.1" });
    expect(compareOne(DEPLOYMENT, after).objects).toMatchObject([{ risk: "destructive" }]);
    expect(verdictsOf(DEPLOYMENT, after)).toEqual(["family-down destructive", "fewer-replicas medium", "pods-restart low"]);
  });
});

function hook(image: string): KubernetesObject {
  const annotations = { "argocd.argoproj.io/hook": "Sync", "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation" };
  return anObject("Job", { metadata: { name: "setup", annotations }, spec: { template: { image } } }, "setup", "batch/v1");
}

function inGroup(value: string): KubernetesObject {
  return but(DEPLOYMENT, { [`${FIRST}.env`]: [{ name: "MILVUS_SERVER_LABEL_RESOURCE_GROUP", value }] });
}

/** What a rule must tell apart beyond its example. */
const CASES: readonly (readonly [
  title: string,
  KubernetesObject | undefined,
  KubernetesObject | undefined,
  readonly string[],
])[] = [
  [
    "the only pod of a StatefulSet restarts",
    but(STATEFUL_SET, { "spec.replicas": 1 }),
    but(STATEFUL_SET, { "spec.replicas": 1, [`${FIRST}.args`]: ["x"] }),
    ["capacity-dips medium", "pods-restart low"],
  ],
  [
    "one of three pods of a StatefulSet restarts at a time",
    STATEFUL_SET,
    but(STATEFUL_SET, { [`${FIRST}.args`]: ["x"] }),
    ["pods-restart low"],
  ],
  [
    "a Deployment goes with a pod less",
    but(DEPLOYMENT, { "spec.strategy.rollingUpdate.maxUnavailable": "50%" }),
    but(DEPLOYMENT, { "spec.strategy.rollingUpdate.maxUnavailable": "50%", [`${FIRST}.args`]: ["x"] }),
    ["capacity-dips medium", "pods-restart low"],
  ],
  [
    "Pulsar is called by TLS",
    configMap('pulsar: {address: "pulsar://pulsar-proxy:6650"}'),
    configMap('pulsar: {address: "pulsar+ssl://pulsar-proxy:6651"}'),
    ["encryption-on high", "store-moved high"],
  ],
  [
    "a template without pods changes",
    but(DEPLOYMENT, { "spec.replicas": 0 }),
    but(DEPLOYMENT, { "spec.replicas": 0, [`${FIRST}.args`]: ["x"] }),
    ["changed-in-place low"],
  ],
  [
    "bookies go together with their claims",
    but(STATEFUL_SET, {
      "metadata.name": "pulsar-bookkeeper",
      "spec.persistentVolumeClaimRetentionPolicy.whenScaled": "Delete",
    }),
    but(STATEFUL_SET, {
      "metadata.name": "pulsar-bookkeeper",
      "spec.persistentVolumeClaimRetentionPolicy.whenScaled": "Delete",
      "spec.replicas": 2,
    }),
    ["members-changed destructive", "fewer-replicas medium"],
  ],
  [
    "bookies come",
    but(STATEFUL_SET, { "metadata.name": "pulsar-bookkeeper" }),
    but(STATEFUL_SET, { "metadata.name": "pulsar-bookkeeper", "spec.replicas": 4 }),
    ["more-replicas low"],
  ],
  [
    "Argo CD would replace what cannot change",
    but(STATEFUL_SET, { "metadata.annotations": { "argocd.argoproj.io/sync-options": "Replace=true" } }),
    but(STATEFUL_SET, {
      "metadata.annotations": { "argocd.argoproj.io/sync-options": "Replace=true" },
      "spec.podManagementPolicy": "Parallel",
    }),
    ["immutable-field destructive"],
  ],
  [
    "query nodes of the default group get a label for it",
    inGroup("__default_resource_group"),
    DEPLOYMENT,
    ["pods-restart low"],
  ],
  [
    "query nodes go from one resource group to another",
    inGroup("reports"),
    inGroup("live"),
    ["resource-group-left high", "pods-restart low"],
  ],
  ["a Job changes, which Argo CD makes anew at each sync", hook("a"), hook("b"), ["changed-in-place low"]],
  [
    "a Service gets an address",
    anObject("Service", { spec: { clusterIP: "None" } }),
    anObject("Service", { spec: {} }),
    ["immutable-field high"],
  ],
  [
    "an immutable ConfigMap changes",
    anObject("ConfigMap", { immutable: true, data: { a: "1" } }),
    anObject("ConfigMap", { immutable: true, data: { a: "2" } }),
    ["immutable-field high"],
  ],
  [
    "a claim grows",
    anObject("PersistentVolumeClaim", { spec: { resources: { requests: { storage: "1Gi" } } } }),
    anObject("PersistentVolumeClaim", { spec: { resources: { requests: { storage: "2Gi" } } } }),
    ["changed-in-place low"],
  ],
  ["a guarded StatefulSet leaves Git", STATEFUL_SET, undefined, ["data-removed high"]],
  [
    "an unguarded StatefulSet leaves Git",
    but(STATEFUL_SET, { "metadata.annotations": {} }),
    undefined,
    ["data-removed destructive"],
  ],
  [
    "a StatefulSet without claims leaves Git",
    but(STATEFUL_SET, { "spec.volumeClaimTemplates": undefined }),
    undefined,
    ["object-removed medium"],
  ],
  ["an ExternalSecret leaves Git", anObject("ExternalSecret"), undefined, ["data-removed destructive"]],
  ["an Application without a finalizer leaves Git", APPLICATION, undefined, ["application-removed high"]],
  ["a generated ConfigMap leaves Git", configMap("a: 1", "milvus-config-9h94c56572"), undefined, ["object-removed low"]],
  [
    "networks within the old ones are let in",
    anObject("Service", { spec: { type: "LoadBalancer", loadBalancerSourceRanges: ["10.0.0.0/8", "2001:db8::/32"] } }),
    anObject("Service", { spec: { type: "LoadBalancer", loadBalancerSourceRanges: ["10.1.2.0/24", "2001:db8:1::/48"] } }),
    ["changed-in-place low"],
  ],
  [
    "no network is named any more",
    anObject("Service", { spec: { type: "LoadBalancer", loadBalancerSourceRanges: ["10.0.0.0/8"] } }),
    anObject("Service", { spec: { type: "LoadBalancer" } }),
    ["source-ranges-widened high"],
  ],
  [
    "MinIO goes to a later date",
    but(DEPLOYMENT, { [`${FIRST}.image`]: "quay.io/minio/minio:RELEASE.2024-12-18T13-15-44Z" }),
    but(DEPLOYMENT, { [`${FIRST}.image`]: "quay.io/minio/minio:RELEASE.2025-10-15T17-29-55Z" }),
    ["pods-restart low", "version-up low"],
  ],
  [
    "a new container may do what it likes",
    DEPLOYMENT,
    but(DEPLOYMENT, {
      [`${POD}.containers`]: [CONTAINER, { ...CONTAINER, name: "sidecar", securityContext: { privileged: true } }],
    }),
    [...Array<string>(6).fill("pod-security-weakened high"), "pods-restart low"],
  ],
  [
    "a project permits other kinds",
    PROJECT,
    but(PROJECT, {
      "spec.namespaceResourceWhitelist": [
        { group: "", kind: "Pod" },
        { group: "", kind: "ConfigMap" },
      ],
    }),
    ["project-widened high"],
  ],
  [
    "etcd may keep more than its memory",
    STATEFUL_SET,
    but(STATEFUL_SET, { [`${FIRST}.env`]: [{ name: "ETCD_QUOTA_BACKEND_BYTES", value: "8589934592" }] }),
    ["memory-below-heap high", "pods-restart low"],
  ],
];

describe("the rules tell apart that", () => {
  it.each(CASES)("%s", (_title, before, after, verdicts) => {
    expect(verdictsOf(before, after)).toEqual(verdicts);
  });
});
