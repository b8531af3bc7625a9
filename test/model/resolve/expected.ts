import type { Image, Volume, Workload } from "../../../generator/model/environment.ts";

/** A workload as it must come out: replicas, and requests and limits of CPU, memory and ephemeral storage. */
export function workload(replicas: number, requests: [string, string, string], limits: [string, string, string]): Workload {
  return {
    replicas,
    resources: { requests: amounts(requests), limits: amounts(limits) },
    nodeSelector: {},
    tolerations: [],
    priorityClassName: undefined,
    labels: {},
    annotations: {},
  };
}

export function image(repository: string, tag: string): Image {
  return { repository, tag, digest: undefined };
}

export function volume(size: string): Volume {
  return { size, storageClass: undefined };
}

function amounts([cpu, memory, disk]: [string, string, string]) {
  return { cpu, memory, "ephemeral-storage": disk };
}
