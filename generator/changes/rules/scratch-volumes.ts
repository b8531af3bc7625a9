import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { isMap, read, readMaps, readText } from "../value.ts";
import { podOf } from "../workload.ts";
import { type Judgement, onChange, type Rule } from "./rule.ts";

/** A folder of a pod that goes with it becomes a claim of its own, one of another class, or part of the node's disk again. */
export const scratchVolumeChanged: Rule = onChange(({ before, after }) => {
  const old = scratchVolumes(before);
  return [...scratchVolumes(after)].flatMap(([name, now]) => {
    const from = old.get(name);
    return from === undefined || from === now ? [] : [moved(name, now)];
  });
});

function moved(name: string, now: string): Judgement {
  if (now === NODE) return { risk: "low", message: `The volume ${name} is part of the node's disk again.` };
  const message = `The volume ${name} is claimed from ${now} for each pod: a pod waits where that has no room.`;
  return { risk: "medium", message };
}

const NODE = "the node";

/** By name, where each volume that lives as long as its pod comes from. */
function scratchVolumes(object: KubernetesObject): ReadonlyMap<string, string> {
  const volumes = readMaps(podOf(object), "volumes").flatMap((volume): [string, string][] => {
    if (isMap(volume.emptyDir)) return [[String(volume.name), NODE]];
    if (!isMap(volume.ephemeral)) return [];
    const storageClass = readText(read(volume.ephemeral, "volumeClaimTemplate", "spec"), "storageClassName");
    return [[String(volume.name), `the storage class ${storageClass ?? "that is the default"}`]];
  });
  return new Map(volumes);
}
