import { parseQuantity } from "../../model/rules/quantity.ts";
import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import type { Container } from "../workload.ts";

/** Init containers too: a ResourceQuota counts them. */
export const requestsAndLimitsSet: Invariant<EnvironmentTree> = {
  name: "requests-and-limits-set",
  code: "E_RANGE",
  severity: "error",
  reason: "A container without them takes what its neighbours need, and is the first to go when a node is short.",
  remedy: "Set requests and limits of cpu and memory.",
  find: inContainers((container) =>
    Object.entries(quantities(container)).flatMap(([field, values]) =>
      ["cpu", "memory"]
        .filter((resource) => values[resource] === undefined)
        .map((resource) => `it has no ${field}.${resource}.`),
    ),
  ),
};

/** Whoever sets one of the two for the local disk means both: a request alone bounds nothing, and a limit alone is one too. */
export const ephemeralStorageBounded: Invariant<EnvironmentTree> = {
  name: "ephemeral-storage-bounded",
  code: "E_RANGE",
  severity: "error",
  reason: "A container that only asks for local disk may fill its node's, and every pod there is evicted.",
  remedy: "Set limits.ephemeral-storage.",
  find: inContainers((container) => {
    const { requests, limits } = quantities(container);
    const isOpen = requests["ephemeral-storage"] !== undefined && limits["ephemeral-storage"] === undefined;
    return isOpen ? ["it has requests.ephemeral-storage and no limit of it."] : [];
  }),
};

export const requestWithinLimit: Invariant<EnvironmentTree> = {
  name: "request-within-limit",
  code: "E_RANGE",
  severity: "error",
  reason: "The API server refuses a pod that asks for more than it may use.",
  remedy: "Lower the request, or raise the limit.",
  find: inContainers((container) => {
    const { requests, limits } = quantities(container);
    return Object.entries(requests)
      .filter(([resource, request]) => parseQuantity(request) > parseQuantity(limits[resource] ?? request))
      .map(([resource, request]) => `it asks for ${request} of ${resource}, and its limit is ${limits[resource]}.`);
  }),
};

type Quantities = Readonly<Record<string, string>>;

function quantities({ resources }: Container): { requests: Quantities; limits: Quantities } {
  return { requests: resources?.requests ?? {}, limits: resources?.limits ?? {} };
}
