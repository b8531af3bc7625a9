import type { core } from "zod";
import { parseDocument } from "../document.ts";
import type { Edit } from "../edit.ts";
import type { ProblemText } from "../problem.ts";
import { isText } from "../schema-fields.ts";
import { type Kind, knownField } from "./field-path.ts";
import { readPath } from "./path-text.ts";

/** An edit, or what is wrong with the text that asks for one. */
export type ParsedEdit = { readonly edit: Edit } | { readonly problem: string; readonly remedy: string };

/**
 * What `--set` says: `milvus.version=2.6.20`, `owners=["@acme/search"]`, `labels.example.com/team=search`. The value is YAML of one
 * line. Where the field takes a text and nothing else it is taken as it stands, so that `2` and `2.6` need no quotes.
 */
export function parseSet(text: string, kind: Kind): ParsedEdit {
  const read = readPath(text);
  if ("message" in read) return refused(read);
  if (read.behind === "") return refused(NO_VALUE);
  const field = knownField(read.segments, kind);
  if ("message" in field) return refused(field);
  const value = parseValue(read.behind.slice(1).trim(), field.schema);
  return "message" in value ? refused(value) : { edit: { path: field.path, value: value.value } };
}

/** What `--unset` says: the name of a field, whose value then comes from the profile or the defaults again. */
export function parseUnset(text: string, kind: Kind): ParsedEdit {
  const read = readPath(text);
  if ("message" in read) return refused(read);
  if (read.behind !== "") return refused(VALUE);
  const field = knownField(read.segments, kind);
  return "message" in field ? refused(field) : { edit: { path: field.path, value: undefined } };
}

function refused({ message, remedy }: ProblemText): ParsedEdit {
  return { problem: message, remedy };
}

const NO_VALUE: ProblemText = {
  message: "The value is missing.",
  remedy: "Write field=value, or name the field in --unset to remove it.",
};
const VALUE: ProblemText = { message: "A field that is removed takes no value.", remedy: "Remove = and what follows it." };

/** Quotes that reached us around a text are YAML's. Everything else is read by the reader of files, which refuses what it refuses there. */
function parseValue(written: string, schema: core.$ZodType): { readonly value: unknown } | ProblemText {
  if (isText(schema) && !/^(["']).*\1$/s.test(written)) return { value: written };
  if (written === "") return NO_VALUE;
  const read = parseDocument("--set", new TextEncoder().encode(`value: ${written}`));
  if ("document" in read) {
    const { value, ...others } = read.document.value as { readonly value: unknown };
    return Object.keys(others).length === 0 ? { value } : ONE_VALUE;
  }
  const [{ message, remedy } = ONE_VALUE] = read.findings;
  return { message: `The value cannot be read. ${message}`, remedy };
}

const ONE_VALUE: ProblemText = { message: "More than one value is given.", remedy: "Use --set once for each field." };
