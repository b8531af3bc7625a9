import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { NETWORK } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";

/** Nothing in and nothing out, for every pod of the namespace; what other policies allow is added to it. */
export function isolation(): KubernetesObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata(NETWORK, "default-deny", WAVE.isolation),
    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
  };
}
