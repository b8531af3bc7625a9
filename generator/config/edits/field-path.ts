import type { core } from "zod";
import { unknownField } from "../choice-texts.ts";
import { formatPath } from "../format-path.ts";
import type { ProblemText } from "../problem.ts";
import { EnvironmentFile } from "../schema/environment.ts";
import { PlatformFile } from "../schema/platform.ts";
import { entryOf, fieldsOf, isText } from "../schema-fields.ts";
import { SETTABLE_FIELDS } from "../settable-fields.ts";
import type { PathSegment } from "./path-text.ts";

/** Which of the two files that people write. */
export type Kind = "environment" | "platform";

/** A field that the schema has, with what it takes. */
export interface KnownField {
  readonly path: readonly string[];
  readonly schema: core.$ZodType;
}

const FILES: Readonly<Record<Kind, core.$ZodType>> = { environment: EnvironmentFile, platform: PlatformFile };

/** The field that a path names, or why there is none. */
export function knownField(segments: readonly PathSegment[], kind: Kind): KnownField | ProblemText {
  let field: KnownField = { path: [], schema: FILES[kind] };
  for (let rest = segments; rest.length > 0; ) {
    const next = stepInto(field, rest);
    if ("message" in next) return field.path.length === 0 ? pointed(next, segments, kind) : next;
    field = next.field;
    rest = next.rest;
  }
  return field;
}

const MOST_POINTED = 5;

/** Who names the end of a field is told which fields end so. */
function pointed(problem: ProblemText, segments: readonly PathSegment[], kind: Kind): ProblemText {
  const end = segments.map((segment) => (segment.kind === "name" ? segment.name : ""));
  const isMeant = (path: readonly string[]) => end.every((name, index) => name === path[path.length - end.length + index]);
  const meant = kind === "environment" ? SETTABLE_FIELDS.filter(({ path }) => isMeant(path)) : [];
  if (meant.length === 0) return problem;
  const names = meant.slice(0, MOST_POINTED).map(({ path }) => formatPath(path));
  const others = meant.length - names.length;
  const more = others === 0 ? "" : `, or ${others} other${others === 1 ? "" : "s"}`;
  return { ...problem, remedy: `Name the whole field: ${names.join(", ")}${more}.` };
}

interface Step {
  readonly field: KnownField;
  readonly rest: readonly PathSegment[];
}

function stepInto({ path, schema }: KnownField, [first, ...rest]: readonly PathSegment[]): Step | ProblemText {
  const fields = fieldsOf(schema);
  const entry = entryOf(schema);
  if (first === undefined) throw new Error("There is no step without a segment.");
  if (first.kind === "item") return ITEM;
  const named = Object.hasOwn(fields, first.name) ? fields[first.name] : undefined;
  if (named !== undefined) return { field: { path: [...path, first.name], schema: named }, rest };
  if (entry === undefined) return unknown([...path, first.name], Object.keys(fields));
  const { key, after } = isText(entry) ? joined(first, rest) : { key: first.name, after: rest };
  return { field: { path: [...path, key], schema: entry }, rest: after };
}

const ITEM: ProblemText = {
  message: "An item of a list cannot be named alone.",
  remedy: 'Give the whole list: owners=["@acme/platform", "@acme/search"].',
};

/** Names with dots in them need no brackets where nothing can follow: `labels.example.com/team`. */
function joined(first: PathSegment & { kind: "name" }, rest: readonly PathSegment[]) {
  const names = rest.findIndex((segment) => segment.kind === "item");
  const own = names < 0 ? rest : rest.slice(0, names);
  const key = [first, ...own].map((segment) => (segment.kind === "name" ? segment.name : "")).join(".");
  return { key, after: rest.slice(own.length) };
}

function unknown(path: readonly string[], allowed: readonly string[]): ProblemText {
  const { remedy } = unknownField(path.at(-1) ?? "", allowed);
  return { message: `There is no field ${formatPath(path)}.`, remedy };
}
