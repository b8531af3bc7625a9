import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { objectsOf, partsOf } from "../../generator/commands/parts.ts";
import { loadConfig } from "../../generator/config/index.ts";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { factText } from "../../generator/identity/fact-text.ts";
import { type Facts, identityFacts } from "../../generator/identity/facts.ts";
import { lockProblems } from "../../generator/identity/lock.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { resolveConfig } from "../../generator/model/index.ts";
import { parseQuantity } from "../../generator/model/rules/quantity.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { sourcesOf } from "../support/repository.ts";

const RUNS = 120;

/** What Kubernetes lets change of a StatefulSet, in the words of the API server's own refusal. */
const MUTABLE: readonly string[] = [
  "replicas",
  "ordinals",
  "template",
  "updateStrategy",
  "revisionHistoryLimit",
  "persistentVolumeClaimRetentionPolicy",
  "minReadySeconds",
];

/** Sections that one description takes over from another, so that some pairs have all of their stores in common. */
const SECTIONS = [
  "namespace",
  "cluster",
  "etcd",
  "objectStorage",
  "messageQueue",
  "milvus",
  "secrets",
  "exposure",
  "tls",
  "network",
  "authentication",
  "backup",
  "attu",
] as const;
type Section = (typeof SECTIONS)[number];

const pairs = fc
  .tuple(
    anyEnvironment,
    anyEnvironment,
    fc.subarray([...SECTIONS], { minLength: 12 }),
    fc.constantFrom("etcd", "objectStorage", "messageQueue"),
    fc.nat(),
  )
  .map(([before, other, kept, mixed, pick]): [EnvironmentFile, EnvironmentFile] => [
    before,
    { ...other, ...taken(before, kept), ...mixedSection(mixed, before, other, pick) },
  ])
  .filter(([, after]) => resolve(after) !== undefined);

describe("any two descriptions, generated one after the other", () => {
  it("are refused, or change only what the API server lets change", () => {
    let accepted = 0;
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        if (isRefused(before, after)) return;
        accepted += 1;
        expect(fixedFields(after, before)).toEqual(fixedFields(before, after));
      }),
      { numRuns: RUNS, seed: 42 },
    );

    expect(accepted).toBeGreaterThan(RUNS / 8);
  });

  it("are one and the same where both say the same", () => {
    fc.assert(
      fc.property(anyEnvironment, (environment) => {
        expect(isRefused(environment, environment)).toBe(false);
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});

function taken(from: EnvironmentFile, names: readonly Section[]): Partial<EnvironmentFile> {
  return Object.fromEntries(names.map((name) => [name, from[name]]).filter(([, value]) => value !== undefined));
}

/** One section with one field of the other description, which is how people change things. */
function mixedSection(name: Section, from: EnvironmentFile, other: EnvironmentFile, pick: number): Partial<EnvironmentFile> {
  const [own, foreign] = [from[name], other[name]];
  if (typeof own !== "object" || typeof foreign !== "object") return {};
  const fields = Object.entries(foreign);
  return { [name]: { ...own, ...Object.fromEntries(fields.slice(pick % fields.length).slice(0, 1)) } };
}

interface Resolved {
  readonly facts: Facts;
  readonly objects: readonly KubernetesObject[];
}

/** Undefined for sections that do not go together. Asked for several times of each description. */
function resolve(file: EnvironmentFile): Resolved | undefined {
  const key = JSON.stringify(file);
  const known = resolved.has(key) ? resolved.get(key) : resolveOnce(file);
  resolved.set(key, known);
  return known;
}

const resolved = new Map<string, Resolved | undefined>();

function resolveOnce(file: EnvironmentFile): Resolved | undefined {
  const { config } = loadConfig(sourcesOf({ prod: file }));
  if (config === undefined) return undefined;
  const { environments, findings } = resolveConfig(config);
  const [environment] = environments;
  if (environment === undefined || findings.some(({ severity }) => severity === "error")) return undefined;
  const parts = partsOf(environment);
  const facts = identityFacts(
    environment,
    parts.flatMap(({ units }) => units),
  );
  return { facts, objects: objectsOf(parts) };
}

function isRefused(before: EnvironmentFile, after: EnvironmentFile): boolean {
  const facts = (file: EnvironmentFile) => resolve(file)?.facts ?? {};
  return lockProblems({ before: facts(before), after: facts(after), acknowledgements: [] }).length > 0;
}

/** By object, of those that the other has too, all that could not be changed. */
function fixedFields(environment: EnvironmentFile, other: EnvironmentFile): Record<string, unknown> {
  const names = new Set(objects(other).map(nameOf));
  const shared = objects(environment).filter((object) => names.has(nameOf(object)));
  return Object.fromEntries(
    shared.map((object) => [nameOf(object), fixedOf(object)]).filter(([, fixed]) => fixed !== undefined),
  );
}

function objects(file: EnvironmentFile): readonly KubernetesObject[] {
  return resolve(file)?.objects ?? [];
}

function nameOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name}`;
}

function fixedOf({ kind, spec }: KubernetesObject): unknown {
  const fields = spec as Readonly<Record<string, unknown>>;
  if (kind === "Deployment") return fields.selector;
  if (kind === "Service") return { isHeadless: fields.clusterIP === "None" };
  if (kind !== "StatefulSet") return undefined;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => !MUTABLE.includes(field))
      .map(([field, value]) => [field, field === "volumeClaimTemplates" ? (value as object[]).map(bySize) : value]),
  );
}

/** The API server compares quantities by what they mean. */
function bySize(template: object): string {
  return factText(template).replace(/storage=(\w+)/, (_, size: string) => `storage=${parseQuantity(size)}`);
}
