import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs, type Shape } from "../read-as.ts";
import { claimTemplates } from "./claim-templates.ts";

interface Retention {
  readonly persistentVolumeClaimRetentionPolicy?: { readonly whenDeleted?: string; readonly whenScaled?: string };
}

const RETENTION: Shape = { persistentVolumeClaimRetentionPolicy: { whenDeleted: "text", whenScaled: "text" } };

/** Kubernetes' default is the same; written, it is no question of the cluster's version or of who edits it. */
export const claimsOutlivePods: Invariant<EnvironmentTree> = {
  name: "claims-outlive-pods",
  code: "E_STORAGE",
  severity: "error",
  reason: "With any other policy a deleted or scaled StatefulSet takes its volumes with it.",
  remedy: "Set persistentVolumeClaimRetentionPolicy to Retain for whenDeleted and whenScaled.",
  find: inObjects("StatefulSet", (object) => {
    if (claimTemplates(object).length === 0) return [];
    const policy = readAs<Retention>(object.spec, RETENTION)?.persistentVolumeClaimRetentionPolicy ?? {};
    return (["whenDeleted", "whenScaled"] as const)
      .filter((field) => policy[field] !== "Retain")
      .map((field) => `It sets ${field} to ${policy[field] ?? "nothing"}, and not to Retain.`);
  }),
};

/** Labels that change with a version or a chart, and Argo CD's mark in label mode. */
const CHANGING = ["app.kubernetes.io/instance", "app.kubernetes.io/version", "helm.sh/chart"];

export const claimTemplatesNeverChange: Invariant<EnvironmentTree> = {
  name: "claim-templates-never-change",
  code: "E_STORAGE",
  severity: "error",
  reason: "Kubernetes refuses a changed claim template, and by the instance label Argo CD takes the claims for its own.",
  remedy: "Label the claim template only with what never changes.",
  find: inObjects("StatefulSet", (object) =>
    claimTemplates(object).flatMap(({ metadata }) =>
      CHANGING.filter((label) => metadata?.labels?.[label] !== undefined).map(
        (label) => `Its claim template ${metadata?.name} has the label ${label}.`,
      ),
    ),
  ),
};

export const noBareClaims: Invariant<EnvironmentTree> = {
  name: "no-bare-claims",
  code: "E_STORAGE",
  severity: "error",
  reason: "A claim in Git goes when its file goes, and its data with it.",
  remedy: "Claim storage by the template of a StatefulSet.",
  find: inObjects("PersistentVolumeClaim", () => ["It is a claim of its own in Git."]),
};
