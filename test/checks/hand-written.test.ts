import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EnvironmentTree, Invariant, PlatformTree } from "../../generator/checks/invariant.ts";
import { NETWORK } from "../../generator/checks/network/index.ts";
import { PODS, PODS_ACROSS } from "../../generator/checks/pods/index.ts";
import { REFERENCES, REFERENCES_ACROSS } from "../../generator/checks/references/index.ts";
import { SECURITY } from "../../generator/checks/security/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { aPlatform } from "../argocd/platform.ts";
import { budget, soundObjects } from "./objects.ts";
import { treeOf } from "./trees.ts";

const OWN: readonly Invariant<EnvironmentTree>[] = [...REFERENCES, ...SECURITY, ...PODS, ...NETWORK];
const ACROSS: readonly Invariant<PlatformTree>[] = [...REFERENCES_ACROSS, ...PODS_ACROSS];

/** What a person may write in place of a value, by mistake or by half. */
const MISTAKES = [
  null,
  undefined,
  "",
  "text",
  0,
  80,
  true,
  [],
  [null],
  ["text"],
  [[]],
  {},
  { name: null },
  [{}],
  [{ name: 1 }],
];

describe("a hand-written object of any form", () => {
  it("is looked at by every invariant without an exception", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...placesIn(objects())), fc.constantFrom(...MISTAKES), async (place, mistake) => {
        const tree = treeOf(
          objects().map((object) => (place[0] === object.kind ? replaced(object, place.slice(1), mistake) : object)),
        );
        for (const { find } of OWN) await find(tree);
        for (const { find } of ACROSS) await find({ platform: aPlatform(), applications: tree.objects, environments: [tree] });
      }),
      { numRuns: 300, seed: 20_240_401 },
    );
  });

  it("is looked at without any of its fields too", async () => {
    for (const { kind } of objects()) {
      const tree = treeOf([{ kind, metadata: { name: "x" } } as KubernetesObject]);
      for (const { find } of OWN) expect(await find(tree)).toBeInstanceOf(Array);
    }
  });
});

function objects(): KubernetesObject[] {
  const metadata = { name: "x", namespace: "milvus-test" };
  const peer = { podSelector: { matchExpressions: [{ key: "app", operator: "In", values: ["db"] }] } };
  return [
    ...soundObjects(),
    budget("web", { app: "web" }),
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata,
      spec: { podSelector: {}, ingress: [{ ports: [{ port: 8080 }] }], egress: [{ to: [peer], ports: [{ port: 2379 }] }] },
    },
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata,
      spec: { scaleTargetRef: { kind: "Deployment", name: "web" } },
    },
    {
      apiVersion: "keda.sh/v1alpha1",
      kind: "ScaledObject",
      metadata,
      spec: {
        scaleTargetRef: { name: "web" },
        minReplicaCount: 1,
        maxReplicaCount: 2,
        triggers: [{ type: "cpu", metadata: { value: "60" } }],
      },
    },
    { apiVersion: "acme.com/v1", kind: "Thing", metadata, spec: { a: { namespace: "b" }, env: [{ name: "A", value: "b" }] } },
    { apiVersion: "v1", kind: "Pod", metadata, spec: { containers: [{ name: "a", image: "b", env: [{ name: "A" }] }] } },
    {
      apiVersion: "batch/v1",
      kind: "CronJob",
      metadata,
      spec: {
        jobTemplate: {
          spec: { template: { spec: { volumes: [{ name: "a", projected: { sources: [{ secret: { name: "given" } }] } }] } } },
        },
      },
    },
  ];
}

/** The kind of an object and a path in it: every field and item but kind and name, without which Kustomize takes no object. */
function placesIn(objects: readonly KubernetesObject[]): string[][] {
  return objects.flatMap(({ kind, ...fields }) => pathsIn(fields).map((path) => [kind, ...path])).filter(isFree);
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[key], ...pathsIn(item).map((path) => [key, ...path])]);
}

function isFree([, first, second]: readonly string[]): boolean {
  return first !== "metadata" || (second !== undefined && second !== "name");
}

function replaced<Value>(value: Value, [key = "", ...rest]: readonly string[], mistake: unknown): Value {
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = rest.length === 0 ? mistake : replaced(copy[key], rest, mistake);
  return copy as Value;
}
