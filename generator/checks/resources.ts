import type { KubernetesObject } from "../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "./problem.ts";
import { type Container, containersOf, podOwners } from "./workload.ts";

/** Containers, init containers too, that do not say what they need and what they may take. */
export function checkResources(objects: readonly KubernetesObject[]): ObjectProblem[] {
  return podOwners(objects).flatMap(({ object, pod }) =>
    containersOf(pod)
      .flatMap(missing)
      .map((message) => problemOf("E_RANGE", object, message, "Set requests and limits of cpu and memory.")),
  );
}

function missing({ name, resources = {} }: Container): string[] {
  const { requests = {}, limits = {} } = resources;
  return Object.entries({ requests, limits }).flatMap(([field, quantities]) =>
    ["cpu", "memory"]
      .filter((resource) => quantities[resource] === undefined)
      .map((resource) => `Container ${name} has no ${field}.${resource}.`),
  );
}
