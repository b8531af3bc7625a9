import type { KubernetesObject } from "../kubernetes/resource.ts";

/**
 * What the CRD of Sealed Secrets refuses (`spec.encryptedData` is a map of texts), and ciphertext that is empty, which its
 * controller cannot open. The published package of its schema says no more than that `spec` is an object.
 */
export function sealedSecretFaults({ spec }: KubernetesObject): string[] {
  const { encryptedData } = (spec ?? {}) as { encryptedData?: unknown };
  if (typeof encryptedData !== "object" || encryptedData === null) return ["spec.encryptedData must be a map."];
  return Object.entries(encryptedData)
    .filter(([, value]) => typeof value !== "string" || value === "")
    .map(([key]) => `spec.encryptedData.${key} must be ciphertext.`);
}
