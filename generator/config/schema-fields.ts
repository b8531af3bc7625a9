import type { core } from "zod";

/** The schemas that a value may follow, without what only wraps them: several for a union. */
export function alternatives(schema: core.$ZodType): core.$ZodTypes[] {
  const { _zod } = schema as core.$ZodTypes;
  switch (_zod.def.type) {
    case "optional":
      return alternatives(_zod.def.innerType);
    case "lazy":
      return alternatives(_zod.def.getter());
    case "union":
      return _zod.def.options.flatMap(alternatives);
    default:
      return [schema as core.$ZodTypes];
  }
}

/** The named fields of a mapping; none where it takes any name, or is none. */
export function fieldsOf(schema: core.$ZodType): Readonly<Record<string, core.$ZodType>> {
  const shapes = alternatives(schema).map(({ _zod }) => (_zod.def.type === "object" ? _zod.def.shape : {}));
  return Object.assign({}, ...shapes) as Record<string, core.$ZodType>;
}

/** What every field of a mapping holds that takes any name; undefined for other schemas. */
export function entryOf(schema: core.$ZodType): core.$ZodType | undefined {
  for (const { _zod } of alternatives(schema)) if (_zod.def.type === "record") return _zod.def.valueType;
  return undefined;
}

/** Whether only a text fits, so that `2.6` means the text of these three characters. */
export function isText(schema: core.$ZodType): boolean {
  return alternatives(schema).every(({ _zod: { def } }) => {
    if (def.type === "enum") return Object.values(def.entries).every((value) => typeof value === "string");
    if (def.type === "literal") return def.values.every((value) => typeof value === "string");
    return def.type === "string";
  });
}
