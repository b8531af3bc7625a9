import { metadata } from "../kubernetes/metadata.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Logging } from "../model/environment.ts";
import { LOGGING, LOGGING_WAVE } from "./identities.ts";

/** The namespace talks to itself, and with the operator. People come by `kubectl port-forward`, which no policy sees. */
export function networkPolicy({ store }: Logging): KubernetesObject {
  const operators = store.type === "own" ? [{ namespaceSelector: named(store.operatorNamespace) }] : [];
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata(LOGGING, LOGGING.name, LOGGING_WAVE.ground),
    spec: {
      podSelector: {},
      policyTypes: ["Ingress"],
      ingress: [{ from: [{ podSelector: {} }, ...operators] }],
    },
  };
}

function named(namespace: string) {
  return { matchLabels: { "kubernetes.io/metadata.name": namespace } };
}
