import type { Identity } from "./identities.ts";

/** What a selector may hold: two labels that never change. */
export function selectorLabels(identity: Identity): Record<string, string> {
  return { "app.kubernetes.io/component": identity.component, "app.kubernetes.io/name": identity.app };
}

/**
 * The labels of every object and pod. `instance` is Argo CD's tracking label in label mode, so it stays out of selectors and
 * claim templates; version and environment are added by the overlay, to object metadata alone.
 */
export function commonLabels(identity: Identity): Record<string, string> {
  return {
    "app.kubernetes.io/component": identity.component,
    "app.kubernetes.io/instance": "milvus",
    "app.kubernetes.io/managed-by": "milvus-gitops",
    "app.kubernetes.io/name": identity.app,
    "app.kubernetes.io/part-of": "milvus",
  };
}

/** On every object of an environment, and on nothing that selects. */
export function environmentLabels(environment: {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}): Record<string, string> {
  return { ...environment.labels, environment: environment.name };
}
