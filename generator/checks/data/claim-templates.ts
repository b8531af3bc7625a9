import type { KubernetesObject, ObjectMeta } from "../../kubernetes/resource.ts";
import { readAs, type Shape } from "../read-as.ts";
import { METADATA_SHAPE } from "../workload-shape.ts";

/** What a StatefulSet claims for each of its pods. */
export interface ClaimTemplate {
  readonly metadata?: Partial<ObjectMeta>;
  readonly spec?: { readonly resources?: { readonly requests?: { readonly storage?: string } } };
}

const CLAIMS: Shape = {
  volumeClaimTemplates: [{ metadata: METADATA_SHAPE, spec: { resources: { requests: { storage: "quantity" } } } }],
};

/** None for any other kind. */
export function claimTemplates({ kind, spec }: KubernetesObject): readonly ClaimTemplate[] {
  if (kind !== "StatefulSet") return [];
  return readAs<{ readonly volumeClaimTemplates?: readonly ClaimTemplate[] }>(spec, CLAIMS)?.volumeClaimTemplates ?? [];
}
