import type { Unit } from "../kubernetes/resource.ts";
import type { Environment } from "../model/environment.ts";
import { environmentFacts } from "./environment-facts.ts";
import { queueFacts } from "./queue-facts.ts";
import { storeFacts } from "./store-facts.ts";
import { unitFacts } from "./unit-facts.ts";

/** What an environment is known by and where its data lies, each by its name: `etcd.claims.data.size` is `20Gi`. */
export type Facts = Readonly<Record<string, string>>;

export type Fact = readonly [name: string, value: string];

/**
 * Everything of an environment that a running one cannot simply change: the API server refuses it, pods would start on other or
 * empty data, or data would be left behind. Names of Secrets are not among it, because credentials are replaced as a routine.
 */
export function identityFacts(environment: Environment, units: readonly Unit[]): Facts {
  const facts = [
    ...environmentFacts(environment),
    ...storeFacts(environment),
    ...queueFacts(environment.messageQueue),
    ...units.flatMap(unitFacts),
  ];
  return Object.fromEntries(facts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
