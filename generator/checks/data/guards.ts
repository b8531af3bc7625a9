import type { KubernetesObject, ObjectMeta } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { syncOptionsOf } from "../sync-options.ts";
import { METADATA_SHAPE } from "../workload-shape.ts";
import { claimTemplates } from "./claim-templates.ts";

const GUARD = {
  code: "E_STORAGE",
  severity: "error",
  remedy: "Annotate it argocd.argoproj.io/sync-options: Prune=false,Delete=false.",
} as const;

/** With these would go every claim, or the credentials of what is in them. */
const GUARDED: ReadonlySet<string> = new Set(["ExternalSecret", "Namespace", "SealedSecret"]);

/** A StatefulSet that claims no storage, a broker for the sake of its pods' names, holds nothing and may go. */
export const dataGuarded: Invariant<EnvironmentTree> = {
  ...GUARD,
  name: "data-guarded",
  reason: "Argo CD prunes what leaves Git, and deletes what its Application made: with this object it would take data.",
  find: inObjects(undefined, (object) =>
    GUARDED.has(object.kind) || claimTemplates(object).length > 0 ? unguarded(object.metadata) : [],
  ),
};

/** A claim gets its annotations when it is made, so a guard that comes later guards nothing (argo-cd#28986). */
export const claimTemplatesGuarded: Invariant<EnvironmentTree> = {
  ...GUARD,
  name: "claim-templates-guarded",
  reason: "A claim that Argo CD comes to know is pruned like any other object, and its volume with it.",
  find: inObjects("StatefulSet", (object) =>
    claimTemplates(object).flatMap(({ metadata }) =>
      unguarded(metadata).map((fault) => `Its claim template ${metadata?.name}: ${fault}`),
    ),
  ),
};

/** Without a template External Secrets copies Argo CD's tracking mark onto the Secret, which then looks like one to prune. */
export const madeSecretsGuarded: Invariant<EnvironmentTree> = {
  ...GUARD,
  name: "made-secrets-guarded",
  reason: "A Secret that carries the mark of Argo CD and no guard is pruned, and the pods that read it do not start again.",
  remedy: "Annotate the Secret in its template with argocd.argoproj.io/sync-options: Prune=false,Delete=false.",
  find: inObjects(undefined, (object) =>
    isSource(object) ? unguarded(secretMetadata(object)).map((fault) => `The Secret it makes: ${fault}`) : [],
  ),
};

function unguarded(metadata: Partial<ObjectMeta> = {}): string[] {
  const options = syncOptionsOf(readAs<Partial<ObjectMeta>>(metadata, METADATA_SHAPE) ?? {});
  const missing = ["Prune=false", "Delete=false"].filter((guard) => !options.includes(guard));
  return missing.length === 0 ? [] : [`It lacks ${missing.join(" and ")}.`];
}

function isSource({ kind }: KubernetesObject): boolean {
  return kind === "ExternalSecret" || kind === "SealedSecret";
}

interface Template {
  readonly template?: { readonly metadata?: Partial<ObjectMeta> };
}

function secretMetadata({ kind, spec }: KubernetesObject): Partial<ObjectMeta> | undefined {
  const shape = { template: { metadata: METADATA_SHAPE } };
  if (kind === "SealedSecret") return readAs<Template>(spec, shape)?.template?.metadata;
  return readAs<{ readonly target?: Template }>(spec, { target: shape })?.target?.template?.metadata;
}
