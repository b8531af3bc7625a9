import { structuredPatch } from "diff";
import { canonicalText } from "./canonical-text.ts";
import { diffLists } from "./diff-lists.ts";
import { type FieldChange, type Place, placeOf } from "./field-change.ts";
import { compareText, fieldOf, isMap, type JsonMap } from "./value.ts";

/** The fields that differ in meaning, each named once and as deep as both sides have it. */
export function diffValues(place: Place, before: unknown, after: unknown): FieldChange[] {
  if (canonicalText(place, before) === canonicalText(place, after)) return [];
  if (isMap(before) && isMap(after)) return diffMaps(place, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(place, before, after);
  return [valueChange(place.path, before, after)];
}

function diffMaps(place: Place, before: JsonMap, after: JsonMap): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText);
  return fields.flatMap((field) => diffValues(placeOf(place, field), fieldOf(before, field), fieldOf(after, field)));
}

/** A change of one value; a missing side is left out. */
export function valueChange(path: string, before: unknown, after: unknown): FieldChange {
  const sides = { ...side("before", before), ...side("after", after) };
  if (!isLong(before) && !isLong(after)) return { path, what: "value", ...sides };
  return { path, what: "text", ...sides, lines: changedLines(before, after) };
}

function side(name: "before" | "after", value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}

function isLong(value: unknown): boolean {
  return typeof value === "string" && value.trimEnd().includes("\n");
}

function changedLines(before: unknown, after: unknown): string[] {
  const { hunks } = structuredPatch("", "", textOf(before), textOf(after), undefined, undefined, { context: 1 });
  return hunks.flatMap(({ lines }) => lines);
}

function textOf(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
