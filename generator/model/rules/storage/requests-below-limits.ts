import type { Workload } from "../../environment.ts";
import { type Part, workloads } from "../parts.ts";
import { error, type Problem } from "../problem.ts";
import { parseQuantity } from "../quantity.ts";
import type { Rule } from "../rule.ts";

const RESOURCES = ["cpu", "memory", "ephemeral-storage"] as const;

/** Kubernetes refuses a pod that requests more than it may use. */
export const requestsBelowLimits: Rule = ({ environment }) => workloads(environment).flatMap(requestsTooMuch);

/** Of what runs in one container, an add-on's too. */
export function requestsTooMuch({ field, value }: Part<Pick<Workload, "resources">>): Problem[] {
  const { requests, limits } = value.resources;
  return RESOURCES.flatMap((resource) => {
    const request = requests[resource];
    const limit = limits[resource];
    if (request === undefined || limit === undefined || fits(request, limit)) return [];
    return [
      error(`${field}.resources.requests.${resource}`, "E_STORAGE", {
        message: `The request ${request} is above the limit ${limit}.`,
        reason: "Kubernetes refuses such a pod.",
        remedy: `Use at most ${limit}, or raise ${field}.resources.limits.${resource}.`,
      }),
    ];
  });
}

/** Most requests are the limit itself, letter by letter, and this is asked for every container of a thousand environments. */
function fits(request: string, limit: string): boolean {
  return request === limit || parseQuantity(request) <= parseQuantity(limit);
}
