import type { ResourceList, ResourceRequirements } from "../model/environment.ts";
import { defined } from "./defined.ts";

/** Requests and limits of a container. */
export function containerResources(resources: ResourceRequirements) {
  return { requests: list(resources.requests), limits: list(resources.limits) };
}

function list(resources: ResourceList) {
  return defined({ cpu: resources.cpu, "ephemeral-storage": resources["ephemeral-storage"], memory: resources.memory });
}
