import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readAs } from "../read-as.ts";
import { containersOf, podOwners } from "../workload.ts";

/** A piece of an object that may hold addresses. */
export interface Text {
  readonly object: KubernetesObject;
  readonly text: string;
}

/** Variables, commands and arguments of every pod. */
export function podTexts(objects: readonly KubernetesObject[]): Text[] {
  return podOwners(objects).flatMap(({ object, pod }) =>
    containersOf(pod)
      .flatMap(({ env = [], command = [], args = [] }) => [...env.map(({ value }) => value ?? ""), ...command, ...args])
      .map((text) => ({ object, text })),
  );
}

/** The files of every ConfigMap; one that is data still is read as JSON. */
export function configTexts(objects: readonly KubernetesObject[]): Text[] {
  return objects
    .filter(({ kind }) => kind === "ConfigMap")
    .flatMap((object) => Object.values(readAs<object>(object.data, {}) ?? {}).map((file) => ({ object, text: asText(file) })));
}

function asText(file: unknown): string {
  return typeof file === "string" ? file : JSON.stringify(file, null, 2);
}
