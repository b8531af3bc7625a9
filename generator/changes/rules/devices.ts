import { quantityOf } from "../quantity.ts";
import { isMap, type JsonMap, read } from "../value.ts";
import { type ContainerPair, containerPairs } from "../workload.ts";
import { type Judgement, onChange, type Rule } from "./rule.ts";

/** Nodes have few devices, and a pod that finds none free waits; there is no part of one, and no eviction for one. */
export const devicesChanged: Rule = onChange((pair) =>
  containerPairs(pair.before, pair.after).flatMap((containers) =>
    devicesOf(containers).flatMap((device) => countChanged(containers, device)),
  ),
);

function countChanged({ name, before, after }: ContainerPair, device: string): Judgement[] {
  const [old = 0, now = 0] = [before, after].map((container) => quantityOf(limitsOf(container)[device]));
  if (old === now) return [];
  if (now < old) return [{ risk: "low", message: `${name} holds ${now} of ${device} instead of ${old}.` }];
  const message = `${name} holds ${now} of ${device} instead of ${old}: a pod waits until a node has so many free.`;
  return [{ risk: "medium", message }];
}

/** Names with a prefix that is not Kubernetes' own, `nvidia.com/gpu`. */
function devicesOf({ before, after }: ContainerPair): string[] {
  const names = [...new Set([...Object.keys(limitsOf(before)), ...Object.keys(limitsOf(after))])];
  return names.filter((name) => name.includes("/") && !name.includes("kubernetes.io/")).sort();
}

function limitsOf(container: JsonMap): JsonMap {
  const limits = read(container, "resources", "limits");
  return isMap(limits) ? limits : {};
}
