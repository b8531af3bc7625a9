import { describe, expect, it } from "vitest";
import { checkDestinations } from "../../../generator/checks/gitops/destinations.ts";
import { withField } from "../objects.ts";
import { soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";

describe("checkDestinations", () => {
  it("accepts a namespace for each environment", () => {
    expect(checkDestinations(soundApps())).toEqual([]);
  });

  it("accepts one namespace on two clusters", () => {
    const destination = { server: "https://10.0.0.1:6443", namespace: "milvus-dev" };

    expect(checkDestinations(withField(soundApps(), PROD, "spec.destination", destination))).toEqual([]);
  });

  it.each([
    { cluster: { name: "in-cluster" }, namespace: "milvus-dev", owner: "milvus-dev" },
    { cluster: { server: "https://kubernetes.default.svc" }, namespace: "milvus-dev", owner: "milvus-dev" },
    { cluster: { name: "in-cluster" }, namespace: "argocd", owner: "milvus-root" },
  ])("refuses $namespace, which is that of $owner, by $cluster", ({ cluster, namespace, owner }) => {
    expect(checkDestinations(withField(soundApps(), PROD, "spec.destination", { ...cluster, namespace }))).toEqual([
      {
        code: "E_DUP",
        object: "Application argocd/milvus-prod",
        message: `Its namespace in-cluster/${namespace} is that of ${owner} already.`,
        remedy: "Give each environment a namespace of its own.",
      },
    ]);
  });
});
