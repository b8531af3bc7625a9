import type { KubernetesObject } from "../kubernetes/resource.ts";
import { canonicalText } from "./canonical-text.ts";
import { diffValues } from "./diff-values.ts";
import { type FieldChange, placeOf, ROOT } from "./field-change.ts";
import { stemOf } from "./hashed-names.ts";
import { compareText, read } from "./value.ts";
import { isRolling } from "./workload.ts";

/**
 * What differs between two states of one object. `generated` are the ConfigMaps and Secrets whose names carry a hash, without it.
 */
export function objectFields(
  before: KubernetesObject,
  after: KubernetesObject,
  generated: ReadonlySet<string>,
): readonly FieldChange[] {
  const isSecret = after.kind === "Secret";
  const changes = diffValues(ROOT, lasting(before), lasting(after)).map((change) =>
    isSecret ? hidden(change) : named(change, generated),
  );
  return [...changes, ...rewrittenTemplate(before, after, changes)].sort((a, b) => compareText(a.path, b.path));
}

/** Without the name, by which the two were matched; where they differ it is in a hash, which says only that contents differ. */
function lasting(object: KubernetesObject): object {
  const { name: _matched, ...metadata } = object.metadata;
  return { ...object, metadata };
}

/** `kubectl apply` keeps a copy of the object in an annotation. */
const SECRET = /^(?:data|stringData)\b|last-applied-configuration/;

function hidden(change: FieldChange): FieldChange {
  return SECRET.test(change.path) || isWholeMetadata(change) ? { path: change.path, what: "secret" } : change;
}

function isWholeMetadata({ path }: FieldChange): boolean {
  return path === "metadata.annotations";
}

function named(change: FieldChange, generated: ReadonlySet<string>): FieldChange {
  const { before, after } = change;
  if (typeof before !== "string" || typeof after !== "string") return change;
  const stem = stemOf(before);
  const isSame = stem !== undefined && stem === stemOf(after) && generated.has(stem);
  return isSame ? { ...change, what: "config" } : change;
}

/** A list of the pod template in another order means the same, and yet it is another template to the API server: pods restart. */
function rewrittenTemplate(
  before: KubernetesObject,
  after: KubernetesObject,
  changes: readonly FieldChange[],
): readonly FieldChange[] {
  if (!isRolling(after)) return [];
  const path = "spec.template";
  const place = placeOf(placeOf(ROOT, "spec"), "template");
  const texts = [before, after].map((object) => canonicalText(place, read(object, "spec", "template")));
  const isToldAlready = changes.some((change) => change.path.startsWith(path));
  return texts[0] === texts[1] || isToldAlready ? [] : [{ path, what: "form" }];
}
