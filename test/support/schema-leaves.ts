/** What the walk needs to know of a JSON Schema. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The path of every value that a file may hold: `etcd.replicas`, `etcd.tolerations[].key`, `labels.*`. */
export function leaves(schema: JsonSchema, path = ""): string[] {
  const { properties, additionalProperties, items, anyOf } = schema;
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([name, value]) => leaves(value, path === "" ? name : `${path}.${name}`));
  }
  if (typeof additionalProperties === "object") return leaves(additionalProperties, `${path}.*`);
  if (items !== undefined) return leaves(items, `${path}[]`);
  const alternatives = anyOf?.filter((one) => one.properties !== undefined) ?? [];
  return alternatives.length === 0 ? [path] : alternatives.flatMap((one) => leaves(one, path));
}
