import type { ResourceRequirements, Volume, Workload } from "../environment.ts";
import type { VolumeSettings, WorkloadSettings } from "./settings.ts";
import { take } from "./take.ts";

/** What the workload at `path` was told, of which only the priority class may be missing. */
export function resolveWorkload(path: string, workload: WorkloadSettings | undefined): Workload {
  const known = take(path, workload, "replicas", "resources", "nodeSelector", "tolerations", "labels", "annotations");
  return {
    ...known,
    resources: resolveResources(`${path}.resources`, known.resources),
    priorityClassName: workload?.priorityClassName,
  };
}

export function resolveVolume(path: string, volume: VolumeSettings | undefined): Volume {
  return { ...take(path, volume, "size"), storageClass: volume?.storageClass };
}

export function resolveResources(path: string, settings: NonNullable<WorkloadSettings["resources"]>): ResourceRequirements {
  return {
    requests: take(`${path}.requests`, settings.requests, "cpu", "memory", "ephemeral-storage"),
    limits: take(`${path}.limits`, settings.limits, "cpu", "memory", "ephemeral-storage"),
  };
}
