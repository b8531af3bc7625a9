import type { KubernetesObject } from "../kubernetes/resource.ts";
import { isMap } from "./read-as.ts";

/** What the CRD of ScaledObject refuses (keda 2.20, `config/crd/bases/keda.sh_scaledobjects.yaml`); no package has its schema. */
export function scaledObjectFaults({ spec }: KubernetesObject): string[] {
  if (!isMap(spec)) return ["spec must be a map."];
  const { scaleTargetRef, triggers, minReplicaCount = 0, maxReplicaCount = 100 } = spec;
  return [
    ...(isMap(scaleTargetRef) && isName(scaleTargetRef.name) ? [] : ["spec.scaleTargetRef must name a workload."]),
    ...(isCount(minReplicaCount, 0) ? [] : ["spec.minReplicaCount must be a whole number."]),
    ...(isCount(maxReplicaCount, 1) ? [] : ["spec.maxReplicaCount must be 1 or more."]),
    ...(Number(minReplicaCount) > Number(maxReplicaCount) ? ["spec.minReplicaCount must not be above maxReplicaCount."] : []),
    ...(Array.isArray(triggers) && triggers.length > 0 ? triggers.flatMap(triggerFaults) : ["spec.triggers must be a list."]),
  ];
}

function triggerFaults(trigger: unknown, index: number): string[] {
  const { type, metadata } = isMap(trigger) ? trigger : {};
  const isTexts = isMap(metadata) && Object.values(metadata).every((value) => typeof value === "string");
  return [
    ...(isName(type) ? [] : [`spec.triggers[${index}].type must be a text.`]),
    ...(isTexts ? [] : [`spec.triggers[${index}].metadata must be a map of texts.`]),
  ];
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isCount(value: unknown, least: number): boolean {
  return Number.isInteger(value) && Number(value) >= least;
}
