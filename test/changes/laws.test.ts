import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTrees } from "../../generator/changes/index.ts";
import { environmentObjects } from "../../generator/commands/check-plan.ts";
import { loadConfig } from "../../generator/config/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { resolveConfig } from "../../generator/model/index.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { environmentFile, sourcesOf } from "../support/repository.ts";

/** The objects alone: the files of a whole plan take ten times as long. */
function objectsOf(file: object): KubernetesObject[] {
  const { config } = loadConfig(sourcesOf({ law: file }));
  if (config === undefined) throw new Error("There is no configuration.");
  return resolveConfig(config).environments.flatMap(environmentObjects);
}

const PRODUCTION = objectsOf(environmentFile("production"));
const RUNS = { numRuns: 40, seed: 20_240_229 };
const environments = fc.constantFrom(...fc.sample(anyEnvironment, { numRuns: 30, seed: RUNS.seed }).map(objectsOf));

/** The places of all values in an object that hold no others. */
function leaves(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return Object.entries(value).flatMap(([field, item]) => leaves(item, [...path, field]));
}

/** Whether an item of a list is told from others by this value; then another one is another item. */
const KEYS =
  /^(?:.*\.(?:env|containers|initContainers|volumes|imagePullSecrets)\.\d+\.name|.*\.volumeMounts\.\d+\.mountPath|.*\.ports\.\d+\.(?:containerPort|port|protocol)|.*\.topologySpreadConstraints\.\d+\.(?:topologyKey|whenUnsatisfiable)|.*\.volumeClaimTemplates\.\d+\.metadata\.name|.*\.data\.\d+\.secretKey)$/;

const IDENTITY: readonly string[] = ["kind", "metadata.name", "metadata.namespace"];

function mutate(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : `${value}x`;
}

function mutated(object: KubernetesObject, path: readonly string[]): KubernetesObject {
  const copy = structuredClone(object);
  const owner = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, field) => at[field] as Record<string, unknown>, copy as never);
  const last = path.at(-1) ?? "";
  owner[last] = mutate(owner[last]);
  return copy;
}

/** An item that has moved in a list is told by its place in the newer one. */
function withoutIndexes(path: string): string {
  return path.replace(/\[\d+\]/g, "[]");
}

function reversedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedFields);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([field, item]) => [field, reversedFields(item)]),
  );
}

describe("the difference", () => {
  it("of an environment and itself is empty", () => {
    fc.assert(
      fc.property(environments, (objects) => {
        expect(compareTrees(objects, structuredClone(objects)).objects).toEqual([]);
      }),
      RUNS,
    );
  });

  it("backwards has added what forwards removed, and touches the same fields", () => {
    fc.assert(
      fc.property(environments, environments, (a, b) => {
        const [there, back] = [compareTrees(a, b), compareTrees(b, a)];
        const names = (change: string, { objects }: typeof there) =>
          objects
            .filter((object) => object.change === change)
            .map(({ object, fields }) => [object, fields.map(({ path }) => withoutIndexes(path))]);
        const sorted = (list: unknown[]) => list.map((item) => JSON.stringify(item)).sort();

        expect(sorted(names("added", there))).toEqual(sorted(names("removed", back)));
        expect(sorted(names("removed", there))).toEqual(sorted(names("added", back)));
        expect(sorted(names("changed", there))).toEqual(sorted(names("changed", back)));
      }),
      RUNS,
    );
  });

  it("does not depend on the order of objects and fields", () => {
    fc.assert(
      fc.property(environments, environments, (a, b) => {
        const turned = (objects: readonly KubernetesObject[]) =>
          [...objects].reverse().map(reversedFields) as KubernetesObject[];
        expect(compareTrees(turned(a), turned(b))).toEqual(compareTrees(a, b));
      }),
      RUNS,
    );
  });

  it("names each changed value of an environment exactly once", () => {
    const places = PRODUCTION.flatMap((object, index) => leaves(object).map((path) => ({ index, path })));
    const others = places.filter(({ path }) => !IDENTITY.includes(path.join(".")));
    expect(others.length).toBeGreaterThan(1_500);

    const wrong = others.filter(({ index, path }) => {
      const object = PRODUCTION[index];
      if (object === undefined) return true;
      const { objects } = compareTrees([object], [mutated(object, path)]);
      const count = objects.flatMap(({ fields }) => fields).length;
      return objects.length !== 1 || !(count === 1 || (KEYS.test(path.join(".")) && count === 2));
    });
    expect(wrong.map(({ path }) => path.join("."))).toEqual([]);
  });

  it("tells another kind, name or namespace as one object that goes and one that comes", () => {
    const places = PRODUCTION.flatMap((object) => IDENTITY.map((field) => ({ object, path: field.split(".") })));
    for (const { object, path } of places.filter(
      ({ object: { kind }, path: [, last] }) => kind !== "Namespace" || last !== "namespace",
    )) {
      const { counts } = compareTrees([object], [mutated(object, path)]);
      expect(counts).toMatchObject({ added: 1, removed: 1, changed: 0 });
    }
  });
});
