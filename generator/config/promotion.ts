import type { core } from "zod";
import type { EnvironmentConfig } from "./config.ts";
import type { Edit } from "./edit.ts";
import { fieldOf, isMapping } from "./edits/mapping.ts";
import { isSame } from "./edits/same.ts";
import { formatPath } from "./format-path.ts";
import { isIdle } from "./promotion-idle.ts";
import { imageEdits } from "./promotion-images.ts";
import { EnvironmentFile } from "./schema/environment.ts";
import { isPromoting } from "./schema/promotes.ts";
import { alternatives, entryOf, fieldsOf } from "./schema-fields.ts";

/**
 * What runs in `from` and not yet in `to`: of the fields that promote, those that the file of `from` says and that `to` does not
 * come to, from wherever. `only` are fields or the beginnings of them, `milvus.version` or `milvus`; without any all promote. What
 * `to` has no use for is left out.
 */
export function promotionEdits(from: EnvironmentConfig, to: EnvironmentConfig, only: readonly string[]): readonly Edit[] {
  const edits = promotingPaths(EnvironmentFile, [])
    .flatMap((path) => leafEdits(fieldOf(from.file, path), path))
    .filter(
      ({ path, value }) => isWanted(path, only) && !isIdle(to.settings, path) && !isSame(fieldOf(to.settings, path), value),
    );
  return [...edits, ...imageEdits(edits, from, to)];
}

/** Every field that promotes; `*` stands for any name. */
export const PROMOTING: readonly string[] = promotingPaths(EnvironmentFile, []).map(
  (path) => `${formatPath(path)}${isOpen(path) ? ".*" : ""}`,
);

function promotingPaths(schema: core.$ZodType, path: readonly string[]): string[][] {
  if (alternatives(schema).some(isPromoting)) return [[...path]];
  return Object.entries(fieldsOf(schema)).flatMap(([name, field]) => promotingPaths(field, [...path, name]));
}

function isOpen(path: readonly string[]): boolean {
  const schema = path.reduce<core.$ZodType | undefined>(
    (outer, name) => (outer === undefined ? undefined : fieldsOf(outer)[name]),
    EnvironmentFile,
  );
  return schema !== undefined && entryOf(schema) !== undefined;
}

function leafEdits(value: unknown, path: readonly string[]): Edit[] {
  if (value === undefined) return [];
  if (!isMapping(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leafEdits(inner, [...path, key]));
}

function isWanted(path: readonly string[], only: readonly string[]): boolean {
  const field = formatPath(path);
  return (
    only.length === 0 || only.some((start) => field === start || field.startsWith(`${start}.`) || field.startsWith(`${start}[`))
  );
}
