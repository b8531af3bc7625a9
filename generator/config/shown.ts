import { isSecretKey, secretKind } from "./secret-patterns.ts";

const MAX_SHOWN = 60;

/**
 * A value as messages show it: text in quotes and shortened, `(hidden)` where the field's name or the text looks like a
 * credential. Messages end up in CI logs and pull requests.
 */
export function shown(value: unknown, path: readonly PropertyKey[] = []): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (isSecretKey(path.at(-1))) return HIDDEN;
  return typeof value === "string" ? quoted(value) : String(value);
}

export const HIDDEN = "(hidden)";

function quoted(text: string): string {
  return secretKind(text) === undefined ? JSON.stringify(shorten(text)) : HIDDEN;
}

/** A piece of the file without quotes, for tokens and field names. */
export function shownText(text: string): string {
  return secretKind(text) === undefined ? shorten(text) : HIDDEN;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_SHOWN ? text : `${characters.slice(0, MAX_SHOWN).join("")}…`;
}
