import { clipped } from "./clipped.ts";
import type { DiffField } from "./diff-values.ts";

/** One field for a terminal: its path and both values on a line, and the lines of a longer text beneath. */
export function fieldLines(field: DiffField, most: number): string[] {
  return [`${field.path}: ${summary(field, most)}`, ...(field.lines ?? []).map((line) => `  ${line}`)];
}

function summary(field: DiffField, most: number): string {
  const { before, after } = field;
  if (WORDS[field.what] !== undefined) return WORDS[field.what] ?? "";
  if (before === undefined) return `new: ${shown(after, most)}`;
  if (after === undefined) return `gone: ${shown(before, most)}`;
  return `${shown(before, most)} → ${shown(after, most)}`;
}

/** What is said where the values would say nothing, or must not be said. */
const WORDS: Readonly<Record<string, string | undefined>> = {
  config: "config changed",
  form: "written in another order, with the same meaning",
  secret: "changed (a Secret's value is not shown)",
  text: "changed",
};

/** One field as lines of a patch, which Markdown colours. */
export function fieldPatch(field: DiffField, most: number): string[] {
  const { path, before, after, lines } = field;
  if (lines !== undefined) return [`  ${path}:`, ...lines];
  if (WORDS[field.what] !== undefined) return [`! ${path}: ${WORDS[field.what]}`];
  return [
    ...(before === undefined ? [] : [`- ${path}: ${shown(before, most)}`]),
    ...(after === undefined ? [] : [`+ ${path}: ${shown(after, most)}`]),
  ];
}

/** A value on one line: texts as they are where nobody could take them for anything else, all else as JSON. */
function shown(value: unknown, most: number): string {
  const text = typeof value === "string" && isClear(value) ? value : JSON.stringify(sorted(value));
  return clipped(text, most);
}

function isClear(text: string): boolean {
  return text.trim() === text && text !== "" && !/^["[{]/.test(text) && !/[\p{Cc}→]/u.test(text) && !NOT_A_TEXT.test(text);
}

/** Texts that would look like a number, a truth value or nothing. */
const NOT_A_TEXT = /^(?:[+-]?[\d.]+(?:e[+-]?\d+)?|true|false|null)$/i;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
