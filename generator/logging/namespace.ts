import { KEEP, metadata } from "../kubernetes/metadata.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Logging } from "../model/environment.ts";
import { LOGGING, LOGGING_WAVE } from "./identities.ts";

/**
 * Apart from the environments, because files of the node are more than Pod Security "baseline" lets a pod see. Guarded: with it would
 * go the volumes of Elasticsearch.
 */
export function loggingNamespace({ namespace }: Logging): KubernetesObject {
  const labels = { "pod-security.kubernetes.io/enforce": "privileged" };
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: metadata(LOGGING, namespace, LOGGING_WAVE.namespace, { labels, annotations: KEEP }),
  };
}
