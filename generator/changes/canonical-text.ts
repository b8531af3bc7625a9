import type { Place } from "./field-change.ts";
import { holdsQuantity, quantityOf } from "./quantity.ts";
import { compareText, isMap } from "./value.ts";

/** A value as a text that is the same for values that the API server stores alike: lists keep their order, fields have none. */
export function canonicalText({ parent, field }: Pick<Place, "parent" | "field">, value: unknown): string {
  return JSON.stringify(canonical(parent, field, value)) ?? "";
}

function canonical(parent: string, field: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(parent, field, item));
  if (isMap(value)) return canonicalMap(field, value);
  return holdsQuantity(parent, field) ? (quantityOf(value) ?? value) : value;
}

function canonicalMap(parent: string, map: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined && value !== null);
  return {
    fields: entries.sort(([a], [b]) => compareText(a, b)).map(([field, value]) => [field, canonical(parent, field, value)]),
  };
}
