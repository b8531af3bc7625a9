import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { FieldChange } from "./field-change.ts";
import { lastingName } from "./hashed-names.ts";
import { idText, type ObjectId, objectId } from "./object-id.ts";
import { readable } from "./readable.ts";
import { compareText } from "./value.ts";

/** One object on both sides; undefined where it does not exist. */
export interface Pair {
  readonly id: ObjectId;
  readonly before: KubernetesObject | undefined;
  readonly after: KubernetesObject | undefined;
}

/** An object that both sides have, and what differs. The files of ConfigMaps are data here. */
export interface ChangedPair {
  readonly id: ObjectId;
  readonly before: KubernetesObject;
  readonly after: KubernetesObject;
  readonly fields: readonly FieldChange[];
}

type Objects = readonly KubernetesObject[];

/** The objects of both sides by what they are, in one order. Of two with the same address the last one counts, as in Argo CD. */
export function pairObjects(before: Objects, after: Objects): Pair[] {
  const [old, now] = [byId(before), byId(after)];
  const ids = new Map([...old, ...now].map(([text, { id }]) => [text, id]));
  return [...ids]
    .sort(([a], [b]) => compareText(a, b))
    .map(([text, id]) => ({ id, before: old.get(text)?.object, after: now.get(text)?.object }));
}

function byId(tree: Objects): ReadonlyMap<string, { readonly id: ObjectId; readonly object: KubernetesObject }> {
  return new Map(
    tree.map((object) => {
      const id = objectId(object, lastingName(object, tree));
      return [idText(id), { id, object: readable(object) }];
    }),
  );
}
