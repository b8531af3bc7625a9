import { KEEP, metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { RequiredSecret } from "../../model/environment.ts";
import { SECRETS } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";
import { secretTemplate } from "./template.ts";

/** Ciphertext that only the cluster's controller can open, and only under this name in this namespace (kubeseal's strict scope). */
export function sealedSecret(required: RequiredSecret): KubernetesObject {
  return {
    apiVersion: "bitnami.com/v1alpha1",
    kind: "SealedSecret",
    metadata: metadata(SECRETS, required.name, WAVE.secrets, { annotations: KEEP }),
    spec: { encryptedData: { ...required.sealed }, template: secretTemplate() },
  };
}
