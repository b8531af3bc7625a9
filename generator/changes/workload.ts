import type { KubernetesObject } from "../kubernetes/resource.ts";
import { type JsonMap, read, readMaps, readNumber } from "./value.ts";

/** Workloads that replace their pods when the template changes; a Job never does. */
const ROLLING: ReadonlySet<string> = new Set(["DaemonSet", "Deployment", "StatefulSet"]);

export function isRolling({ kind }: KubernetesObject): boolean {
  return ROLLING.has(kind);
}

/** Undefined for a DaemonSet, which has one pod a node. */
export function replicasOf(object: KubernetesObject): number | undefined {
  if (object.kind !== "Deployment" && object.kind !== "StatefulSet") return undefined;
  return readNumber(object, "spec", "replicas") ?? 1;
}

/** The pod template of any kind that has one. */
export function templateOf(object: KubernetesObject): unknown {
  return read(object, "spec", "jobTemplate", "spec", "template") ?? read(object, "spec", "template");
}

/** The pod's own fields: of a template, or of a bare Pod. */
export function podOf(object: KubernetesObject): unknown {
  return object.kind === "Pod" ? object.spec : read(templateOf(object), "spec");
}

/** Every container by its name, init containers among them. */
export function containersOf(object: KubernetesObject): ReadonlyMap<string, JsonMap> {
  const pod = podOf(object);
  const all = [...readMaps(pod, "initContainers"), ...readMaps(pod, "containers")];
  return new Map(all.map((container) => [String(container.name), container]));
}

/** A container that both states have. */
export interface ContainerPair {
  readonly name: string;
  readonly before: JsonMap;
  readonly after: JsonMap;
}

export function containerPairs(before: KubernetesObject, after: KubernetesObject): ContainerPair[] {
  const old = containersOf(before);
  return [...containersOf(after)].flatMap(([name, container]) => {
    const found = old.get(name);
    return found === undefined ? [] : [{ name, before: found, after: container }];
  });
}

/** 30 s where the pod does not say, which is the kubelet's default. */
export function graceSecondsOf(object: KubernetesObject): number {
  return readNumber(podOf(object), "terminationGracePeriodSeconds") ?? 30;
}
