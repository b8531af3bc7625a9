import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Environment } from "../../model/environment.ts";
import { type Invariant, type PlatformTree, type Violation, violation } from "../invariant.ts";
import { environmentsIn, mentionsIn, namespacesIn } from "./mentions.ts";

export const noTraceOfOthers: Invariant<PlatformTree> = {
  name: "no-trace-of-other-environments",
  code: "E_REF",
  severity: "error",
  reason: "What one environment takes from another breaks with it, and may read or write the other's data.",
  remedy: "Name what belongs to the object's own environment.",
  find: ({ environments }) => {
    const known = knownOf(environments.map(({ environment }) => environment));
    return environments.flatMap(({ environment, objects }) => objects.flatMap((object) => traces(object, environment, known)));
  },
};

interface Known {
  /** Environments by their namespace; on different clusters two may have the same. */
  readonly byNamespace: ReadonlyMap<string, readonly Environment[]>;
  readonly names: ReadonlySet<string>;
}

function knownOf(environments: readonly Environment[]): Known {
  const byNamespace = new Map<string, Environment[]>();
  for (const environment of environments) {
    const others = byNamespace.get(environment.namespace);
    if (others === undefined) byNamespace.set(environment.namespace, [environment]);
    else others.push(environment);
  }
  return { byNamespace, names: new Set(environments.map(({ name }) => name)) };
}

function traces(object: KubernetesObject, own: Environment, { byNamespace, names }: Known): Violation[] {
  const isDistinct = (namespace: string) =>
    (byNamespace.get(namespace) ?? []).some(({ name }) => `-${namespace}-`.includes(`-${name}-`));
  const mentions = mentionsIn(object);
  const namespaces = mentions
    .flatMap((mention) => namespacesIn(mention, isDistinct))
    .filter((namespace) => namespace !== own.namespace && byNamespace.has(namespace))
    .map((namespace) => `It names ${namespace}, the namespace of ${namesOf(byNamespace.get(namespace))}.`);
  const environments = mentions
    .flatMap(environmentsIn)
    .filter((name) => name !== own.name && names.has(name))
    .map((name) => `It says to belong to ${name}.`);
  return [...new Set([...namespaces, ...environments])].map((message) => violation(object, message));
}

function namesOf(environments: readonly Environment[] = []): string {
  return environments.map(({ name }) => name).join(", ");
}
