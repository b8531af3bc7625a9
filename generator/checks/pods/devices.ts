import { parseQuantity } from "../../model/rules/quantity.ts";
import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import type { Container } from "../workload.ts";

/** What a node has a number of, such as GPUs: a name with a prefix, and none of Kubernetes' own. */
export function isDevice(resource: string): boolean {
  return resource.includes("/") && !/^(?:[^/]*\.)?kubernetes\.io\//.test(resource);
}

/** A limit alone is a request of as many; a request alone is refused. */
export const devicesWhole: Invariant<EnvironmentTree> = {
  name: "devices-requested-whole",
  code: "E_RANGE",
  severity: "error",
  reason: "The API server refuses a pod that asks for a part of a device, or for more or fewer than its limit.",
  remedy: "Set requests and limits of the device to the same whole number.",
  find: inContainers(({ resources }: Container) => {
    const { requests = {}, limits = {} } = resources ?? {};
    const devices = new Set([...Object.keys(requests), ...Object.keys(limits)].filter(isDevice));
    return [...devices].flatMap((device) => faults(device, requests[device], limits[device]));
  }),
};

function faults(device: string, request: string | undefined, limit: string | undefined): string[] {
  if (limit === undefined) return [`it requests ${request} of ${device} without a limit.`];
  if (!Number.isInteger(parseQuantity(limit))) return [`its limit of ${device} is ${limit}.`];
  if (request === undefined || parseQuantity(request) === parseQuantity(limit)) return [];
  return [`it requests ${request} of ${device}, and its limit is ${limit}.`];
}
