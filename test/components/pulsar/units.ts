import { pulsar } from "../../../generator/components/pulsar/index.ts";
import type { KubernetesObject, Unit } from "../../../generator/kubernetes/resource.ts";
import type { Environment, MessageQueue } from "../../../generator/model/environment.ts";
import { anEnvironment, aPlacement } from "../../support/environments.ts";

/** An environment with this queue, whose pods may run anywhere: placement is tested where it is made. */
export function environmentWith(messageQueue: MessageQueue): Environment {
  return anEnvironment({ messageQueue, placement: aPlacement({ hosts: "none", zones: "none" }) });
}

export function unitOf(messageQueue: MessageQueue, path: string): Unit | undefined {
  return pulsar.units(environmentWith(messageQueue)).find((unit) => unit.path === path);
}

export function objectOf(messageQueue: MessageQueue, path: string, file: string): KubernetesObject | undefined {
  return unitOf(messageQueue, path)?.resources.find((resource) => resource.file === file)?.object;
}

/** The container of a role, as its workload lists it. */
export function containerOf(messageQueue: MessageQueue, path: string): Container {
  return podSpecOf(messageQueue, path).containers[0] as Container;
}

/** The init container of a role. */
export function initContainerOf(messageQueue: MessageQueue, path: string): Container {
  return podSpecOf(messageQueue, path).initContainers?.[0] as Container;
}

export function podSpecOf(messageQueue: MessageQueue, path: string): PodSpec {
  const workload = objectOf(messageQueue, path, "statefulset") ?? objectOf(messageQueue, path, "deployment");
  return (workload as unknown as Owner).spec.template.spec;
}

/** Variables with a literal value, by name. */
export function valuesOf(container: Container): Record<string, string> {
  return Object.fromEntries(container.env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

interface Owner {
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}

export interface PodSpec {
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

export interface Container {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value?: string }[];
}
