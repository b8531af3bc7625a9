import type { core } from "zod";
import * as z from "zod";
import { EnvironmentFile } from "./schema/environment.ts";
import { alternatives, fieldsOf } from "./schema-fields.ts";

/** A field of `environment.yaml` that takes one value. */
export interface SettableField {
  readonly path: readonly string[];
  /** The words of the schema; empty where the name says it all. */
  readonly description: string;
  /** All values that are allowed; undefined where they are not a list. */
  readonly choices: readonly string[] | undefined;
}

/** What a field is before anything else; no question of a change. */
const HEAD = ["apiVersion", "kind"];

/** Every field with a name of its own, as the schema has them; maps of free names and lists are not among them. */
export const SETTABLE_FIELDS: readonly SettableField[] = walk(EnvironmentFile, []).filter(
  ({ path: [top = ""] }) => !HEAD.includes(top),
);

function walk(schema: core.$ZodType, path: readonly string[]): SettableField[] {
  const inner = Object.entries(fieldsOf(schema));
  if (inner.length > 0) return inner.flatMap(([name, field]) => walk(field, [...path, name]));
  const kinds = alternatives(schema).map(({ _zod }) => _zod.def.type);
  if (kinds.includes("record") || kinds.includes("array")) return [];
  return [{ path, description: descriptionOf(schema), choices: choicesOf(schema) }];
}

function descriptionOf(schema: core.$ZodType): string {
  const all = [schema, ...alternatives(schema)].map((one) => z.globalRegistry.get(one)?.description);
  return all.find((text) => text !== undefined) ?? "";
}

function choicesOf(schema: core.$ZodType): readonly string[] | undefined {
  const lists = alternatives(schema).map(({ _zod: { def } }) => {
    if (def.type === "enum") return Object.values(def.entries).map(String);
    return def.type === "boolean" ? ["true", "false"] : undefined;
  });
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}
