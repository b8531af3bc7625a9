import type { SourceDocument } from "./document.ts";
import type { Path } from "./locate.ts";
import { HIDDEN, shown } from "./shown.ts";

/** A place in a document that a zod issue speaks of, with what was found there. */
export interface Field {
  readonly path: Path;
  /** Undefined where the field is missing. */
  readonly value: unknown;
  /** The value for a message, as the file has it where that is more telling; `(hidden)` for credentials. */
  readonly shown: string;
}

export function fieldAt(document: SourceDocument, path: Path): Field {
  const value = valueAt(document.value, path);
  const safe = shown(value, path);
  const isBare = typeof value === "number" && safe !== HIDDEN;
  return { path, value, shown: isBare ? (document.written(path) ?? safe) : safe };
}

/** Undefined where the path leads nowhere; inherited properties of JavaScript's objects are no fields. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(member, value);
}

function member(parent: unknown, segment: PropertyKey): unknown {
  if (typeof parent !== "object" || parent === null || !Object.hasOwn(parent, segment)) return undefined;
  return (parent as Record<PropertyKey, unknown>)[segment];
}
