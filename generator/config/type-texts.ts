import type { Wording } from "./fault.ts";
import type { Field } from "./field.ts";
import { HIDDEN } from "./shown.ts";

/** A required field that is not there; `hint` says what it takes. */
export function missing(hint: string): Wording {
  return { code: "E_SHAPE", text: { message: "The field is missing.", remedy: `Add it. ${hint}` } };
}

/** A value of another type, with the likeliest way out: most often quotes too many or too few. */
export function wrongType(expected: string, field: Field): Wording {
  const { value } = field;
  const wanted = expectedKind(expected);
  if (value === null) return typeWording(`The field is empty; ${wanted} is wanted.`, "Give it a value, or remove the line.");
  if (typeof value === "number" && isNumeric(expected)) return wrongNumber(field);
  if (typeof value === "object")
    return typeWording(`${capital(field.shown)} stands here; ${wanted} is wanted.`, howToWrite(expected));
  return typeWording(`${field.shown} is ${kindOf(value)}; ${wanted} is wanted.`, typeRemedy(expected, field));
}

/** A zod type name in the words of the person who writes YAML. */
export function expectedKind(expected: string): string {
  return KINDS[expected] ?? "another value";
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
};

/** How values of several parts are written, for those who do not know YAML. */
const HOW: Readonly<Record<string, string>> = {
  array: "Write one item a line below it, each after a dash.",
  object: "Write its fields below it, indented.",
  record: "Write its fields below it, indented.",
};

function kindOf(value: unknown): string {
  if (typeof value === "string") return "a text";
  return typeof value === "number" ? "a number" : "a yes-or-no value";
}

function typeWording(message: string, remedy: string): Wording {
  return { code: "E_TYPE", text: { message, remedy } };
}

function wrongNumber(field: Field): Wording {
  if (Number.isFinite(field.value))
    return typeWording(`${field.shown} is not a whole number.`, "Write a number without decimals.");
  return { code: "E_RANGE", text: { message: `${field.shown} is not a finite number.`, remedy: "Write a number." } };
}

function typeRemedy(expected: string, field: Field): string {
  if (expected === "string") return `Put it in quotes${field.shown === HIDDEN ? "" : `: "${field.shown}"`}.`;
  if (isNumeric(expected) && isNumberText(field.value)) return `Remove the quotes: ${field.value}.`;
  if (expected === "boolean") return "Write true or false, without quotes.";
  return howToWrite(expected);
}

function howToWrite(expected: string): string {
  return HOW[expected] ?? `Write ${expectedKind(expected)}.`;
}

function isNumeric(expected: string): boolean {
  return expected === "number" || expected === "int";
}

function isNumberText(value: unknown): boolean {
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
