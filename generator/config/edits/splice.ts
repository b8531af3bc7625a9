import { isMap, type YAMLMap } from "yaml";
import { compose } from "../compose.ts";
import type { Edit } from "../edit.ts";
import { tokenize } from "../tokens.ts";
import { insertField } from "./insert-field.ts";
import { fieldOf, isMapping, nest } from "./mapping.ts";
import { removeField } from "./remove-field.ts";
import { replaceValue } from "./replace-value.ts";
import { isSame } from "./same.ts";
import { fieldsAlong } from "./written-field.ts";

/** A piece of a text that gives way to another. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with one edit, of which `value` is what it says now; undefined where the layout offers no safe place for it. */
export function splice(text: string, value: unknown, edit: Edit): string | undefined {
  return steps(fieldOf(value, edit.path), edit).reduce<string | undefined>(
    (edited, step) => (edited === undefined ? undefined : withStep(edited, step)),
    text,
  );
}

/** A mapping over a mapping is changed field by field, so that comments beside those that stay are kept. What is added comes first. */
function steps(current: unknown, { path, value }: Edit): Edit[] {
  if (isSame(current, value)) return [];
  if (!isFilled(current) || !isFilled(value)) return [{ path, value }];
  const set = Object.keys(value).flatMap((key) =>
    steps(Object.hasOwn(current, key) ? current[key] : undefined, { path: [...path, key], value: value[key] }),
  );
  const gone = Object.keys(current).filter((key) => !Object.hasOwn(value, key));
  return [...set, ...gone.map((key) => ({ path: [...path, key], value: undefined }))];
}

function isFilled(value: unknown): value is Readonly<Record<string, unknown>> {
  return isMapping(value) && Object.keys(value).length > 0;
}

function withStep(text: string, { path, value }: Edit): string | undefined {
  const root = compose(tokenize(text))[0]?.contents;
  if (!isMap(root)) return undefined;
  const found = value === undefined ? removal(text, root, path) : setting(text, root, { path, value });
  return found === undefined ? undefined : text.slice(0, found.start) + found.text + text.slice(found.end);
}

function removal(text: string, root: YAMLMap, path: readonly string[]): Splice | undefined {
  const fields = fieldsAlong(root, path);
  if (fields.length < path.length) return NOTHING;
  const emptied = fields.findLast(({ map }, index) => index === 0 || map.items.length > 1);
  return emptied === undefined ? NOTHING : removeField(text, emptied);
}

const NOTHING: Splice = { start: 0, end: 0, text: "" };

function setting(text: string, root: YAMLMap, { path, value }: Edit): Splice | undefined {
  const fields = fieldsAlong(root, path);
  const last = fields.at(-1);
  const rest = path.slice(fields.length);
  if (last !== undefined && !(rest.length > 0 && isMap(last.pair.value))) return replaceValue(text, last, nest(rest, value));
  const map = isMap(last?.pair.value) ? last.pair.value : root;
  const [key = "", ...inner] = rest;
  return insertField(text, map, key, nest(inner, value));
}
