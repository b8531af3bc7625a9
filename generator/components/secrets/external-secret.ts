import { KEEP, metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { RequiredSecret, Secrets } from "../../model/environment.ts";
import { SECRETS } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";
import { secretTemplate } from "./template.ts";

/**
 * Asks External Secrets to keep the Secret equal to the store. `v1` is the only version that it serves since 0.17. Defaults are
 * written out: its CRD up to 2.8 fills them in, and Argo CD would see drift without end (external-secrets#5895).
 */
export function externalSecret(secrets: Secrets, required: RequiredSecret): KubernetesObject {
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: metadata(SECRETS, required.name, WAVE.secrets, { annotations: KEEP }),
    spec: {
      refreshInterval: secrets.refreshInterval,
      secretStoreRef: { name: secrets.store.name, kind: secrets.store.kind },
      target: {
        name: required.name,
        creationPolicy: "Owner",
        // A value that vanishes from the store is an error to look at, not a reason to take it from running pods.
        deletionPolicy: "Retain",
        template: { engineVersion: "v2", mergePolicy: "Replace", ...secretTemplate() },
      },
      data: required.keys.map((key) => ({ secretKey: key, remoteRef: remoteRef(required.remoteKey, key) })),
    },
  };
}

function remoteRef(key: string, property: string) {
  return { key, property, conversionStrategy: "Default", decodingStrategy: "None", metadataPolicy: "None" };
}
