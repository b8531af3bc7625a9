import { isMap } from "../read-as.ts";
import type { JsonMap } from "./change.ts";
import { maps } from "./entries.ts";

interface Operation {
  readonly op?: unknown;
  readonly path?: unknown;
  readonly from?: unknown;
  readonly value?: unknown;
}

/** The object after a JSON patch (RFC 6902). A path that leads nowhere changes nothing; Kustomize refuses it. */
export function jsonPatch(object: JsonMap, operations: readonly unknown[]): JsonMap {
  return (maps(operations) as readonly Operation[]).reduce((value, operation) => operate(value, operation) as JsonMap, object);
}

function operate(value: unknown, { op, path, from, value: added }: Operation): unknown {
  const [to, source] = [segmentsOf(path), segmentsOf(from)];
  if (op === "remove") return edit(value, to, REMOVE);
  if (op === "replace") return edit(edit(value, to, REMOVE), to, added);
  if (op === "add") return edit(value, to, added);
  if (op === "copy") return edit(value, to, at(value, source));
  if (op === "move") return edit(edit(value, source, REMOVE), to, at(value, source));
  return value;
}

const REMOVE = Symbol("remove");

/** `/metadata/annotations/a~1b` is the annotation `a/b`. */
function segmentsOf(pointer: unknown): string[] {
  const [, ...segments] = String(pointer).split("/");
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function at(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  return typeof value === "object" && value !== null ? at((value as JsonMap)[first], rest) : undefined;
}

function edit(value: unknown, [first = "", ...rest]: readonly string[], change: unknown): unknown {
  if (Array.isArray(value)) return editList(value, first, rest, change);
  if (!isMap(value)) return value;
  const { [first]: before, ...others } = value;
  if (rest.length > 0) return { ...value, [first]: edit(before, rest, change) };
  return change === REMOVE ? others : { ...value, [first]: change };
}

function editList(list: readonly unknown[], first: string, rest: readonly string[], change: unknown): unknown[] {
  const index = first === "-" ? list.length : Number(first);
  if (rest.length > 0) return list.map((item, place) => (place === index ? edit(item, rest, change) : item));
  return change === REMOVE ? list.toSpliced(index, 1) : list.toSpliced(index, 0, change);
}
