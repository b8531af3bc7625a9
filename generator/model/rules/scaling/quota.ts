import { error } from "../problem.ts";
import { parseQuantity } from "../quantity.ts";
import type { Rule } from "../rule.ts";

const RESOURCES = ["cpu", "memory", "ephemeral-storage"] as const;

/** The API server refuses a LimitRange whose default request is above its default limit. */
export const quota: Rule = ({ environment: { quota } }) => {
  if (!quota.enabled) return [];
  const { requests, limits } = quota.containers;
  return RESOURCES.filter((resource) => parseQuantity(requests[resource] ?? "0") > parseQuantity(limits[resource] ?? "0")).map(
    (resource) =>
      error(`quota.containers.requests.${resource}`, "E_RANGE", {
        message: `The request ${requests[resource]} is above the limit ${limits[resource]}.`,
        reason: "Kubernetes refuses such defaults.",
        remedy: `Use at most ${limits[resource]}, or raise quota.containers.limits.${resource}.`,
      }),
  );
};
