import { defined } from "../kubernetes/defined.ts";
import type { ImageEntry } from "./images.ts";

/** The fields of a kustomization that the generator writes, in the order in which Kustomize itself would. */
export interface Kustomization {
  readonly resources: readonly string[];
  readonly namespace?: string;
  readonly labels?: readonly { readonly pairs: Readonly<Record<string, string>> }[];
  readonly patches?: readonly { readonly path: string }[];
  readonly images?: readonly ImageEntry[];
  readonly configMapGenerator?: readonly ConfigMapEntry[];
  readonly components?: readonly string[];
}

export interface ConfigMapEntry {
  readonly name: string;
  readonly files: readonly string[];
  readonly options: {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
}

export function kustomization(fields: Kustomization) {
  const { resources, namespace, labels, patches, images, configMapGenerator, components } = fields;
  return {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    ...defined({ resources, namespace, labels, patches, images, configMapGenerator, components }),
  };
}

/** Labels on objects alone: in selectors, pod templates or claim templates they could never change again (kustomize#1009). */
export function objectLabels(pairs: Readonly<Record<string, string>>) {
  return Object.keys(pairs).length === 0 ? [] : [{ pairs }];
}
