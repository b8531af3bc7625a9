import { type Invariant, type PlatformTree, type Violation, violation } from "../invariant.ts";
import { destinationKey } from "./destination-key.ts";
import { inEnvironmentApplications } from "./find.ts";
import { applications } from "./objects.ts";

export const oneNamespaceEach: Invariant<PlatformTree> = {
  name: "one-namespace-each",
  code: "E_DUP",
  severity: "error",
  reason: "The objects of two environments have the same names: in one namespace each would take the other's.",
  remedy: "Give each environment a namespace of its own.",
  find: (tree) => {
    const owners = new Map<string, string>();
    return applications(tree.applications).flatMap(({ object, name, spec }): Violation[] => {
      const key = destinationKey(spec.destination ?? {});
      const owner = owners.get(key);
      if (owner !== undefined) return [violation(object, `Its namespace ${key} is that of ${owner} already.`)];
      owners.set(key, name);
      return [];
    });
  },
};

export const applicationReachesItsEnvironment: Invariant<PlatformTree> = {
  name: "application-reaches-its-environment",
  code: "E_REF",
  severity: "error",
  reason: "The environment would be rolled out in a namespace or a cluster that is not its own.",
  remedy: "Set destination to the cluster and the namespace of the environment.",
  find: inEnvironmentApplications(({ spec }, name, { environments }) => {
    const environment = environments.map((tree) => tree.environment).find((candidate) => candidate.name === name);
    if (environment === undefined) return [];
    const wanted = destinationKey({ ...environment.cluster, namespace: environment.namespace });
    const found = destinationKey(spec.destination ?? {});
    return found === wanted ? [] : [`It syncs to ${found} instead of ${wanted}.`];
  }),
};
