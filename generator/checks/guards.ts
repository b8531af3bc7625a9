import type { KubernetesObject, ObjectMeta } from "../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "./problem.ts";
import { destructiveOptions, syncOptionsOf } from "./sync-options.ts";

/** With these would go every claim, or the credentials of what is in them. */
const GUARDED: ReadonlySet<string> = new Set(["ExternalSecret", "Namespace", "SealedSecret"]);

/** Objects that Argo CD could delete together with data, because they or what they make lack its guards. */
export function checkGuards(objects: readonly KubernetesObject[]): ObjectProblem[] {
  return objects.flatMap((object) => [...unguarded(object), ...destructive(object)]);
}

function unguarded(object: KubernetesObject): ObjectProblem[] {
  const own = GUARDED.has(object.kind) ? faults(`The ${object.kind}`, object.metadata) : [];
  return [...own, ...claims(object), ...madeSecret(object)].map((message) =>
    problemOf("E_STORAGE", object, message, "Annotate it argocd.argoproj.io/sync-options: Prune=false,Delete=false."),
  );
}

function faults(subject: string, metadata: Partial<ObjectMeta>): string[] {
  const options = syncOptionsOf(metadata);
  const missing = ["Prune=false", "Delete=false"].filter((guard) => !options.includes(guard));
  return missing.length === 0 ? [] : [`${subject} lacks ${missing.join(" and ")}.`];
}

/** A StatefulSet that claims no storage, a broker for the sake of its pods' names, holds nothing and may go. */
function claims({ kind, metadata, spec }: KubernetesObject): string[] {
  if (kind !== "StatefulSet") return [];
  const { volumeClaimTemplates = [] } = spec as { volumeClaimTemplates?: readonly { metadata: ObjectMeta }[] };
  if (volumeClaimTemplates.length === 0) return [];
  const templates = volumeClaimTemplates.map((claim) => faults(`The claim template ${claim.metadata.name}`, claim.metadata));
  return [...faults("The StatefulSet", metadata), ...templates.flat()];
}

/** Without a template External Secrets copies Argo CD's tracking mark onto the Secret, which then looks like one to prune. */
function madeSecret({ kind, spec }: KubernetesObject): string[] {
  const template = (from: unknown) => (from as { template?: { metadata?: Partial<ObjectMeta> } } | undefined)?.template;
  if (kind === "ExternalSecret")
    return faults("The Secret it makes", template((spec as { target?: object }).target)?.metadata ?? {});
  if (kind === "SealedSecret") return faults("The Secret it makes", template(spec)?.metadata ?? {});
  return [];
}

function destructive(object: KubernetesObject): ObjectProblem[] {
  return destructiveOptions(syncOptionsOf(object.metadata)).map((option) =>
    problemOf("E_STORAGE", object, `${option} can delete the object and make it anew.`, `Remove the sync option ${option}.`),
  );
}
