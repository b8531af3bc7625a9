import type { Finding } from "../errors.ts";
import { readDocument } from "./document.ts";
import { finding } from "./place.ts";
import type { SourceEnvironment } from "./sources.ts";
import { unreadable } from "./unreadable.ts";

/**
 * A kustomization in `custom/` that is no Kustomize component: Kustomize would refuse the overlay. Only a component's patches reach
 * what the environment has. What else the file holds is Kustomize's affair.
 */
export function customFindings({ custom }: SourceEnvironment): Finding[] {
  if (custom === undefined) return [];
  if ("unreadable" in custom) return [unreadable(custom.path, custom.unreadable)];
  const { document } = readDocument(custom.path, custom.bytes);
  const kind = (document?.value as { kind?: unknown } | undefined)?.kind;
  if (document === undefined || kind === "Component") return [];
  return [
    finding(document.locate(["kind"]), "kind", "E_SHAPE", {
      message: kind === undefined ? "The field is missing." : `Found ${JSON.stringify(kind)}; "Component" is wanted.`,
      reason: "Kustomize lets the patches of a component, and of nothing else, reach what the environment has.",
      remedy: "Write apiVersion: kustomize.config.k8s.io/v1alpha1 and kind: Component.",
    }),
  ];
}
