import type { KubernetesObject } from "../kubernetes/resource.ts";
import { read, readNumber, readText } from "./value.ts";
import { replicasOf } from "./workload.ts";

/** How a workload replaces its pods. */
export interface Rolling {
  /** "one by one, each after its successor is ready" */
  readonly words: string;
  /** How many pods may be missing meanwhile; undefined where nobody knows the number of pods. */
  readonly missing: number | undefined;
}

/** By the object's own strategy, with the API server's defaults. */
export function rollingOf(object: KubernetesObject): Rolling {
  if (object.kind === "Deployment") return deployment(object);
  return object.kind === "StatefulSet" ? statefulSet(object) : daemonSet(object);
}

function deployment(object: KubernetesObject): Rolling {
  const pods = replicasOf(object) ?? 1;
  if (readText(object, "spec", "strategy", "type") === "Recreate")
    return { words: "all of them first stopped, then started", missing: pods };
  const limits = read(object, "spec", "strategy", "rollingUpdate");
  const surge = share(read(limits, "maxSurge") ?? "25%", pods, Math.ceil);
  const missing = Math.min(share(read(limits, "maxUnavailable") ?? "25%", pods, Math.floor), pods);
  if (missing > 0) return { words: `with up to ${missing} missing at a time`, missing };
  const pace = surge === 1 ? "one by one" : `up to ${surge} at a time`;
  return { words: `${pace}, each after its successor is ready`, missing };
}

/** A number of pods, or a share of them in per cent. */
function share(value: unknown, pods: number, round: (value: number) => number): number {
  if (typeof value === "number") return value;
  return round((Number.parseFloat(String(value)) / 100) * pods);
}

function statefulSet(object: KubernetesObject): Rolling {
  const strategy = read(object, "spec", "updateStrategy");
  if (readText(strategy, "type") === "OnDelete") return { words: "each when somebody deletes it", missing: 0 };
  const partition = readNumber(strategy, "rollingUpdate", "partition") ?? 0;
  const words = "one by one, from the last to the first";
  return { words: partition === 0 ? words : `${words}, those below number ${partition} not at all`, missing: 1 };
}

function daemonSet(object: KubernetesObject): Rolling {
  const isByHand = readText(object, "spec", "updateStrategy", "type") === "OnDelete";
  return { words: isByHand ? "each when somebody deletes it" : "node by node", missing: undefined };
}
