import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import type { PodOwner } from "../workload.ts";
import { stores } from "./data-folders.ts";
import { mountedVolume } from "./mounted-volume.ts";

/** In production, data lies on volumes that outlive their pod. */
export const dataClaimed: Invariant<EnvironmentTree> = {
  name: "data-claimed",
  code: "E_STORAGE",
  severity: "error",
  reason: "What is not on a claimed volume is gone with the pod.",
  remedy: "Mount a volume of a claim template at the folder.",
  find: ({ objects, environment }) => {
    if (!environment.isProduction) return [];
    return stores(objects).flatMap(({ owner, folders }) => {
      const faults = folders.length === 0 ? ["It does not say where its data lies."] : folders.flatMap(place(owner));
      return faults.map((message) => violation(owner.object, message));
    });
  },
};

function place(owner: PodOwner): (folder: string) => string[] {
  return (folder) => {
    const volume = mountedVolume(owner, folder);
    if (volume === undefined) return [`Its data folder ${folder} is on no volume.`];
    return isClaimed(owner, volume) ? [] : [`Its data folder ${folder} is on the volume ${volume}, which is not claimed.`];
  };
}

function isClaimed({ pod, claims }: PodOwner, volume: string): boolean {
  if (claims.includes(volume)) return true;
  return (pod.volumes ?? []).some(({ name, persistentVolumeClaim }) => name === volume && persistentVolumeClaim !== undefined);
}
