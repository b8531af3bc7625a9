import type { ResourceList, ResourceRequirements } from "../model/environment.ts";
import { defined } from "./defined.ts";

/**
 * Requests and limits of a container. Devices, `{"nvidia.com/gpu": 1}`, stand in both: Kubernetes gives only whole ones, and never
 * more than were asked for.
 */
export function containerResources(resources: ResourceRequirements, devices: Readonly<Record<string, number>> = {}) {
  const whole = Object.fromEntries(Object.entries(devices).map(([name, count]) => [name, String(count)]));
  return { requests: { ...list(resources.requests), ...whole }, limits: { ...list(resources.limits), ...whole } };
}

function list(resources: ResourceList) {
  return defined({ cpu: resources.cpu, "ephemeral-storage": resources["ephemeral-storage"], memory: resources.memory });
}
