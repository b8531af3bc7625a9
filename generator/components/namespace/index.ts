import { KEEP, metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { NAMESPACE } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";
import type { Component } from "../component.ts";

/**
 * The Pod Security version whose rules are applied. Pinned, so that an upgrade of the cluster cannot refuse pods that ran the day
 * before; an older cluster applies the newest rules it has.
 */
const POD_SECURITY_VERSION = "v1.30";

/** The environment's Namespace, guarded: with it would go every volume claim. */
export const namespace: Component = {
  name: "namespace",
  isShared: false,
  version: () => undefined,
  units: (environment) => [
    { path: "namespace", resources: [{ file: "namespace", object: namespaceObject(environment.namespace) }] },
  ],
};

function namespaceObject(name: string): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: metadata(NAMESPACE, name, WAVE.namespace, { labels: podSecurityLabels(), annotations: KEEP }),
  };
}

function podSecurityLabels(): Record<string, string> {
  const modes = ["audit", "enforce", "warn"];
  return Object.fromEntries(
    modes.flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, "restricted"],
      [`pod-security.kubernetes.io/${mode}-version`, POD_SECURITY_VERSION],
    ]),
  );
}
