import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Autoscaling, PrometheusTrigger } from "../../model/environment.ts";
import type { Identity } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";
import { SCALE_DOWN } from "./scale-down.ts";

/**
 * The same autoscaler in KEDA's words (keda 2.20, `apis/keda/v1alpha1/scaledobject_types.go`). KEDA makes a HorizontalPodAutoscaler
 * of it, under the name of ours: its webhook refuses a second one over the same pods, in the dry run already, and takes one of
 * that name over. A number of pods below one is never written, so nothing scales to zero.
 */
export function scaledObject(identity: Identity, minReplicaCount: number, autoscaling: Autoscaling): KubernetesObject {
  const { name } = identity;
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: metadata(identity, name, WAVE.autoscaling, { annotations: ANNOTATIONS }),
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
      minReplicaCount,
      maxReplicaCount: autoscaling.maxReplicas,
      advanced: { horizontalPodAutoscalerConfig: { name, behavior: { scaleDown: SCALE_DOWN } } },
      triggers: [
        ...utilization("cpu", autoscaling.cpu),
        ...utilization("memory", autoscaling.memory),
        ...autoscaling.prometheus.map(question),
      ],
    },
  };
}

/** Without the first, a cluster that lacks the kind fails the dry run before anything is applied. */
const ANNOTATIONS = {
  "argocd.argoproj.io/sync-options": "SkipDryRunOnMissingResource=true",
  "scaledobject.keda.sh/transfer-hpa-ownership": "true",
} as const;

function utilization(type: "cpu" | "memory", percent: number | undefined) {
  if (percent === undefined) return [];
  return [{ type, metricType: "Utilization", metadata: { value: String(percent) } }];
}

/**
 * KEDA takes an answer without a number for 0 unless it is told otherwise (`pkg/scalers/prometheus_scaler.go`), and a Prometheus
 * that has lost its targets would let go all pods but the fewest. An answer that is an error lets go none.
 */
function question({ query, threshold, serverAddress }: PrometheusTrigger) {
  return {
    type: "prometheus",
    metricType: "AverageValue",
    metadata: { ignoreNullValues: "false", query, serverAddress, threshold: String(threshold) },
  };
}
