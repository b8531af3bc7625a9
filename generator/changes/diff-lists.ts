import { canonicalText } from "./canonical-text.ts";
import { diffValues, valueChange } from "./diff-values.ts";
import { type FieldChange, itemPlace, type Place } from "./field-change.ts";
import { isSet, type KeyedItems, keyedLists } from "./list-keys.ts";
import { orderMatters } from "./list-order.ts";
import { compareText, isMap } from "./value.ts";

type List = readonly unknown[];

/** Differences of two lists: by key where items have one, as sets where order has no meaning, else by place. */
export function diffLists(place: Place, before: List, after: List): FieldChange[] {
  const keyed = keyedLists(place.field, before, after);
  if (keyed !== undefined) return diffKeyed(place, ...keyed);
  return isSet(place.field) ? diffSets(place, before, after) : diffPlaces(place, before, after);
}

function diffKeyed(place: Place, before: KeyedItems, after: KeyedItems): FieldChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  const changes = keys.flatMap((key) => diffValues(itemPlace(place, key), before.get(key), after.get(key)));
  if (!orderMatters(place.field, before, after)) return changes;
  return [...changes, { path: place.path, what: "order", before: [...before.keys()], after: [...after.keys()] }];
}

/** What both have is left aside; as many left on either side are taken for the same items, changed. */
function diffSets(place: Place, before: List, after: List): FieldChange[] {
  const gone = without(place, before, after);
  const come = without(place, after, before);
  if (gone.length + come.length === 0) return [];
  if (gone.length !== come.length || !come.every(isMap)) return [valueChange(place.path, before, after)];
  return gone.flatMap((item, index) => {
    const added = come[index];
    return diffValues(itemPlace(place, String(after.indexOf(added))), item, added);
  });
}

/** The items of the first list that the second has not, as often as it has them less. */
function without(place: Place, list: List, other: List): unknown[] {
  const left = other.map((item) => canonicalText(place, item));
  return list.filter((item) => {
    const index = left.indexOf(canonicalText(place, item));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

function diffPlaces(place: Place, before: List, after: List): FieldChange[] {
  if (before.length !== after.length) return [valueChange(place.path, before, after)];
  return before.flatMap((item, index) => diffValues(itemPlace(place, String(index)), item, after[index]));
}
