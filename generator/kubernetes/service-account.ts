import type { Identity } from "../model/identities.ts";
import { metadata } from "./metadata.ts";
import type { KubernetesObject } from "./resource.ts";

/** An identity of its own without a token: nothing here calls the Kubernetes API. */
export function serviceAccount(
  identity: Identity,
  name: string,
  wave: number,
  annotations: Readonly<Record<string, string>> = {},
): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: metadata(identity, name, wave, { annotations }),
    automountServiceAccountToken: false,
  };
}
