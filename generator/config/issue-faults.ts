import type { core } from "zod";
import { oneOf, unknownField } from "./choice-texts.ts";
import type { Fault, Wording } from "./fault.ts";
import type { Field } from "./field.ts";
import type { Path } from "./locate.ts";
import { expectedKind, missing } from "./type-texts.ts";
import { unknownFields } from "./unknown-fields.ts";
import { valueFault } from "./value-fault.ts";

type FieldAt = (path: Path) => Field;

/** One issue of zod as one fault or several: some name many keys, and a union's hides the issues of the member that was meant. */
export function issueFaults(issue: core.$ZodIssue, fieldAt: FieldAt): Fault[] {
  if (issue.code === "unrecognized_keys") return unknownFields(issue);
  if (issue.code === "invalid_union") return unionFaults(issue, fieldAt);
  if (issue.code === "invalid_key") return keyFaults(issue, fieldAt);
  return [atValue(issue.path, valueFault(issue, fieldAt(issue.path)))];
}

function atValue(path: Path, wording: Wording): Fault {
  return { path, onKey: false, ...wording };
}

/** A union with a discriminator knows which member was meant; of another the member that got furthest is taken. */
function unionFaults(issue: core.$ZodIssueInvalidUnion, fieldAt: FieldAt): Fault[] {
  const members: readonly (readonly core.$ZodIssue[])[] = issue.errors;
  const field = fieldAt(issue.path);
  if ("options" in issue && issue.options !== undefined) return [atValue(issue.path, oneOf(issue.options, field))];
  const [closest] = members.filter((issues) => !issues.some(isAboutWhole)).sort((a, b) => a.length - b.length);
  if (closest === undefined) return [atValue(issue.path, noMember(members.flat(), field))];
  return closest.flatMap((inner) => issueFaults({ ...inner, path: [...issue.path, ...inner.path] }, fieldAt));
}

function isAboutWhole(issue: core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

function noMember(issues: readonly core.$ZodIssue[], field: Field): Wording {
  const values = issues.flatMap((issue) => (issue.code === "invalid_value" ? issue.values : []));
  if (values.length > 0) return oneOf(values, field);
  const kinds = issues.flatMap((issue) => (issue.code === "invalid_type" ? [expectedKind(issue.expected)] : []));
  const wanted = [...new Set(kinds)].join(" or ") || "another value";
  if (field.value === undefined) return missing(`It takes ${wanted}.`);
  return { code: "E_TYPE", text: { message: `Found ${field.shown}; ${wanted} is wanted.`, remedy: `Write ${wanted}.` } };
}

/** The name of an entry in a free mapping is wrong. */
function keyFaults(issue: core.$ZodIssueInvalidKey, fieldAt: FieldAt): Fault[] {
  const key = String(issue.path.at(-1));
  const field: Field = { ...fieldAt(issue.path), value: key, shown: JSON.stringify(key) };
  return issue.issues.map((inner) => ({ path: issue.path, onKey: true, ...keyWording(inner, field) }));
}

function keyWording(issue: core.$ZodIssue, field: Field): Wording {
  if (issue.code === "invalid_value") {
    return { code: "E_UNKNOWN", text: unknownField(String(field.value), issue.values.map(String)) };
  }
  const wording = valueFault(issue, field);
  return wording.code === "E_RANGE" ? { ...wording, code: "E_NAME" } : wording;
}
