import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject, Resource } from "../../kubernetes/resource.ts";
import type { Autoscaling, Role } from "../../model/environment.ts";
import { type Identity, milvusIdentity } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";

/** What counts the pods of the role, if anything does. */
export function autoscaler(role: Role): readonly Resource[] {
  const { autoscaling, name, replicas } = role;
  if (autoscaling === undefined) return [];
  return [{ file: "horizontalpodautoscaler", object: scaler(milvusIdentity(name), replicas, autoscaling) }];
}

function scaler(identity: Identity, minReplicas: number, autoscaling: Autoscaling): KubernetesObject {
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: metadata(identity, identity.name, WAVE.autoscaling),
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: identity.name },
      minReplicas,
      maxReplicas: autoscaling.maxReplicas,
      metrics: [...utilization("cpu", autoscaling.cpu), ...utilization("memory", autoscaling.memory)],
      behavior: { scaleDown: SCALE_DOWN },
    },
  };
}

function utilization(name: "cpu" | "memory", percent: number | undefined) {
  if (percent === undefined) return [];
  return [{ type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization: percent } } }];
}

/**
 * One pod at a time, and not for a short lull: a query node that goes hands its segments to others, which load them first. Kubernetes'
 * own default takes all that are too many at once.
 */
const SCALE_DOWN = {
  stabilizationWindowSeconds: 600,
  selectPolicy: "Max",
  policies: [{ type: "Pods", value: 1, periodSeconds: 300 }],
} as const;
