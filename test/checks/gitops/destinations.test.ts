import { describe, expect, it } from "vitest";
import { applicationReachesItsEnvironment, oneNamespaceEach } from "../../../generator/checks/gitops/destinations.ts";
import { appsExcept, environmentOf, platformOf, soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";
const SUBJECT = "Application argocd/milvus-prod";

describe("oneNamespaceEach", () => {
  it("accepts a namespace for each environment", () => {
    expect(oneNamespaceEach.find(platformOf(soundApps()))).toEqual([]);
  });

  it("accepts one namespace on two clusters", () => {
    const destination = { server: "https://10.0.0.1:6443", namespace: "milvus-dev" };

    expect(oneNamespaceEach.find(appsExcept(PROD, "spec.destination", destination))).toEqual([]);
  });

  it.each([
    { cluster: { name: "in-cluster" }, namespace: "milvus-dev", owner: "milvus-dev" },
    { cluster: { server: "https://kubernetes.default.svc" }, namespace: "milvus-dev", owner: "milvus-dev" },
    { cluster: { name: "in-cluster" }, namespace: "argocd", owner: "milvus-root" },
  ])("refuses $namespace, which is that of $owner, by $cluster", ({ cluster, namespace, owner }) => {
    expect(oneNamespaceEach.find(appsExcept(PROD, "spec.destination", { ...cluster, namespace }))).toEqual([
      { subject: SUBJECT, message: `Its namespace in-cluster/${namespace} is that of ${owner} already.` },
    ]);
  });
});

describe("applicationReachesItsEnvironment", () => {
  it("accepts the cluster by its name or its address", () => {
    for (const cluster of [{ name: "in-cluster" }, { server: "https://kubernetes.default.svc" }]) {
      const tree = platformOf(soundApps(), [environmentOf("prod", [], { cluster })]);

      expect(applicationReachesItsEnvironment.find(tree)).toEqual([]);
    }
  });

  it.each([
    { overrides: { namespace: "vectors" }, wanted: "in-cluster/vectors" },
    { overrides: { cluster: { name: "eu-1" } }, wanted: "eu-1/milvus-prod" },
  ])("refuses another place than $wanted", ({ overrides, wanted }) => {
    const tree = platformOf(soundApps(), [environmentOf("prod", [], overrides)]);

    expect(applicationReachesItsEnvironment.find(tree)).toEqual([
      { subject: SUBJECT, message: `It syncs to in-cluster/milvus-prod instead of ${wanted}.` },
    ]);
  });
});
