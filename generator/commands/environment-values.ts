import { scalerOf } from "../checks/scalers.ts";
import type { EnvironmentValues, WorkloadRow } from "../documents/environment-guide.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Part } from "../kustomize/part.ts";
import type { Environment } from "../model/environment.ts";
import { objectsOf } from "./parts.ts";

/** What the guide of an environment tells. */
export function environmentValues(environment: Environment, parts: readonly Part[]): EnvironmentValues {
  const { name, namespace, cluster, secrets } = environment;
  const objects = objectsOf(parts);
  const workloads = objects.flatMap((object) => workloadRows(object, objects)).sort((a, b) => a.wave - b.wave);
  return {
    name,
    namespace,
    cluster: "name" in cluster ? cluster.name : cluster.server,
    images: [...new Set(objects.flatMap(images))],
    workloads,
    steps: steps(workloads),
    secrets: secrets.required.map((secret) => ({ name: secret.name, keys: secret.keys })),
  };
}

interface WorkloadSpec {
  /** Undefined where an autoscaler counts. */
  readonly replicas?: number;
  readonly template: {
    readonly spec: {
      readonly containers: readonly { readonly image: string }[];
      readonly volumes?: readonly { readonly ephemeral?: { readonly volumeClaimTemplate: ClaimTemplate } }[];
    };
  };
  readonly volumeClaimTemplates?: readonly ClaimTemplate[];
}

interface ClaimTemplate {
  readonly spec: {
    readonly resources: { readonly requests: { readonly storage: string } };
    readonly storageClassName?: string;
  };
}

function images({ kind, spec }: KubernetesObject): string[] {
  if (!WORKLOADS.has(kind)) return [];
  return (spec as WorkloadSpec).template.spec.containers.map(({ image }) => image);
}

const WORKLOADS: ReadonlySet<string> = new Set(["Deployment", "StatefulSet"]);

function workloadRows(workload: KubernetesObject, objects: readonly KubernetesObject[]): WorkloadRow[] {
  const { kind, metadata, spec } = workload;
  if (!WORKLOADS.has(kind)) return [];
  const { replicas, template, volumeClaimTemplates = [] } = spec as WorkloadSpec;
  const scratch = (template.spec.volumes ?? []).flatMap(({ ephemeral }) => ephemeral?.volumeClaimTemplate ?? []);
  return [
    {
      name: metadata.name,
      pods: replicas === undefined ? scaledPods(workload, objects) : String(replicas),
      wave: Number(metadata.annotations?.["argocd.argoproj.io/sync-wave"]),
      volumes: [...volumeClaimTemplates, ...scratch].map(volume),
    },
  ];
}

function scaledPods(workload: KubernetesObject, objects: readonly KubernetesObject[]): string {
  const { minReplicas = 1, maxReplicas = 1 } = scalerOf(workload, objects) ?? {};
  return `${minReplicas} to ${maxReplicas}`;
}

function volume({ spec: { resources, storageClassName } }: ClaimTemplate): string {
  return [resources.requests.storage, storageClassName ?? "of the default class"].join(" ");
}

/** The waves that hold workloads, chained. */
function steps(workloads: readonly WorkloadRow[]): EnvironmentValues["steps"] {
  const waves = [...new Set(workloads.map(({ wave }) => wave))];
  return waves.map((wave, index) => {
    const next = waves[index + 1];
    return {
      id: `wave${wave}`,
      next: next === undefined ? "" : `wave${next}`,
      names: workloads.filter((workload) => workload.wave === wave).map(({ name }) => name),
    };
  });
}
