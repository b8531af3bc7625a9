import { describe, expect, it } from "vitest";
import { noTraceOfOthers } from "../../../generator/checks/references/across.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { aPlatform } from "../../argocd/platform.ts";
import { anEnvironment } from "../../support/environments.ts";

const NAMESPACES = { prod: "milvus-prod", dev: "milvus-dev", plain: "milvus" };

describe("noTraceOfOthers", () => {
  it.each([
    { what: "its own names", data: { a: "milvus-prod", b: "etcd.milvus-prod.svc:2379", environment: "prod" } },
    { what: "words that are parts of others", data: { a: "by-dev", b: "/dev/null", c: "milvus-devices", d: "my-milvus-dev" } },
    { what: "the name of a namespace that stands for more", data: { a: "milvus", b: "milvus/x:1", c: "milvus-config" } },
    { what: "what is no environment's", data: { namespace: "kube-system", a: "dns.kube-system.svc", environment: "qa" } },
  ])("accepts an object with $what", ({ data }) => {
    expect(noTraceOfOthers.find(treeOf("prod", { data }))).toEqual([]);
  });

  it.each([
    { where: "a DNS name", fields: { data: { a: "http://etcd.milvus-dev.svc:2379" } } },
    { where: "a list of addresses", fields: { data: { a: "x: [a.milvus-dev:1]" } } },
    { where: "the name of a bucket", fields: { data: { a: "bucketName: milvus-dev" } } },
    { where: "a field for namespaces", fields: { spec: { selector: { namespace: "milvus-dev" } } } },
    { where: "the label of a Namespace", fields: { spec: { matchLabels: { "kubernetes.io/metadata.name": "milvus-dev" } } } },
  ])("refuses another's namespace in $where", ({ fields }) => {
    expect(noTraceOfOthers.find(treeOf("prod", fields))).toEqual([
      { subject: "ConfigMap milvus-prod/x", message: "It names milvus-dev, the namespace of dev." },
    ]);
  });

  it.each([
    { where: "a DNS name", fields: { data: { a: "http://etcd.milvus.svc:2379" } } },
    { where: "a list of namespaces", fields: { spec: { namespaces: ["milvus"] } } },
  ])("refuses a namespace with an everyday name in $where", ({ fields }) => {
    expect(noTraceOfOthers.find(treeOf("prod", fields))).toEqual([
      { subject: "ConfigMap milvus-prod/x", message: "It names milvus, the namespace of plain." },
    ]);
  });

  it.each([
    { where: "its label", fields: { spec: { template: { metadata: { labels: { environment: "dev" } } } } } },
    { where: "a variable", fields: { spec: { env: [{ name: "ENVIRONMENT", value: "dev" }] } } },
    { where: "the place of a credential", fields: { spec: { remoteRef: { key: "milvus/dev/object-storage" } } } },
  ])("refuses another's name in $where", ({ fields }) => {
    expect(noTraceOfOthers.find(treeOf("prod", fields))).toEqual([
      { subject: "ConfigMap milvus-prod/x", message: "It says to belong to dev." },
    ]);
  });

  it("accepts one namespace name on two clusters", () => {
    const [first, ...rest] = treeOf("prod", { data: { a: "etcd.milvus-prod.svc" } }).environments;
    const twin = { environment: anEnvironment({ name: "twin", namespace: "milvus-prod" }), objects: [], secrets: new Map() };

    expect(
      noTraceOfOthers.find({
        ...treeOf("prod", {}),
        environments: [first, ...rest, twin].filter((tree) => tree !== undefined),
      }),
    ).toEqual([]);
  });
});

/** Three environments; that of the name has a ConfigMap with these fields. */
function treeOf(owner: keyof typeof NAMESPACES, fields: object) {
  const environments = Object.entries(NAMESPACES).map(([name, namespace]) => {
    const object: KubernetesObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "x", namespace }, ...fields };
    return { environment: anEnvironment({ name, namespace }), objects: name === owner ? [object] : [], secrets: new Map() };
  });
  return { platform: aPlatform(), applications: [], environments };
}
