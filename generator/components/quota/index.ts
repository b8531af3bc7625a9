import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import type { Environment } from "../../model/environment.ts";
import { QUOTA } from "../../model/identities.ts";
import { namespaceNeed } from "../../model/namespace-need.ts";
import { WAVE } from "../../model/waves.ts";
import type { Component } from "../component.ts";
import { cores, gibibytes } from "./amounts.ts";

/**
 * How much of the cluster the namespace may take, in numbers that follow from what it runs: a quota by hand is forgotten when
 * something grows. Volumes are not counted, because those of members that are gone stay, and would keep new ones from being made.
 */
export const quota: Component = {
  name: "quota",
  isShared: false,
  version: () => undefined,
  units: (environment) =>
    environment.quota.enabled
      ? [
          {
            path: "quota",
            resources: [
              { file: "resourcequota", object: resourceQuota(environment) },
              { file: "limitrange", object: limitRange(environment) },
            ],
          },
        ]
      : [],
};

function resourceQuota(environment: Environment): KubernetesObject {
  const { pods, requests, limits, devices } = namespaceNeed(environment);
  const factor = 1 + environment.quota.headroom / 100;
  return {
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: metadata(QUOTA, QUOTA.name, WAVE.quota),
    spec: {
      hard: {
        pods: String(Math.ceil(pods * factor)),
        "requests.cpu": cores(requests.cpu * factor),
        "requests.memory": gibibytes(requests.memory * factor),
        "limits.cpu": cores(limits.cpu * factor),
        "limits.memory": gibibytes(limits.memory * factor),
        ...deviceRequests(devices, factor),
      },
    },
  };
}

/** The API server counts devices only as they are requested. */
function deviceRequests(devices: Readonly<Record<string, number>>, factor: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(devices).map(([resource, count]) => [`requests.${resource}`, String(Math.ceil(count * factor))]),
  );
}

/** A quota refuses every container without numbers, so those that say none get some. */
function limitRange({ quota }: Environment): KubernetesObject {
  const { requests, limits } = containerResources(quota.containers);
  return {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: metadata(QUOTA, QUOTA.name, WAVE.quota),
    spec: { limits: [{ type: "Container", default: limits, defaultRequest: requests }] },
  };
}
