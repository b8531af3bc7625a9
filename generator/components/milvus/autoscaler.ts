import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject, Resource } from "../../kubernetes/resource.ts";
import type { Autoscaling, Role } from "../../model/environment.ts";
import { type Identity, roleIdentity } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";
import { SCALE_DOWN } from "./scale-down.ts";
import { scaledObject } from "./scaled-object.ts";

/** What counts the pods of the role, if anything does. */
export function autoscaler(role: Role): readonly Resource[] {
  const { autoscaling, replicas } = role;
  if (autoscaling === undefined) return [];
  const identity = roleIdentity(role);
  if (autoscaling.by === "keda") return [{ file: "scaledobject", object: scaledObject(identity, replicas, autoscaling) }];
  return [{ file: "horizontalpodautoscaler", object: scaler(identity, replicas, autoscaling) }];
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
