import type { KubernetesObject } from "../../kubernetes/resource.ts";

/** A text in an object, and the field or list that holds it. */
export interface Mention {
  readonly field: string;
  readonly text: string;
}

/** Every text of an object; that of a variable, `{name: A, value: b}`, under the variable's name, a list's under the list's. */
export function mentionsIn(object: KubernetesObject): Mention[] {
  const found: Mention[] = [];
  collect("", object, found);
  return found;
}

function collect(field: string, value: unknown, found: Mention[]): void {
  if (typeof value === "string") found.push({ field, text: value });
  else if (Array.isArray(value)) for (const item of value) collect(field, item, found);
  else if (typeof value === "object" && value !== null) collectFields(value as Record<string, unknown>, found);
}

function collectFields(fields: Readonly<Record<string, unknown>>, found: Mention[]): void {
  const { name } = fields;
  for (const key of Object.keys(fields)) collect(key === "value" && typeof name === "string" ? name : key, fields[key], found);
}

/** Fields whose whole value is the name of a namespace. */
const NAMESPACE_FIELDS: ReadonlySet<string> = new Set(["kubernetes.io/metadata.name", "namespace", "namespaces"]);

/**
 * Namespaces that a text names for certain: in fields for them, and in DNS names of Services. `isDistinct` tells of a name with a
 * dash whether it is searched for everywhere: `milvus-dev` is, but `milvus` stands in every object for other things.
 */
export function namespacesIn({ field, text }: Mention, isDistinct: (name: string) => boolean): string[] {
  if (NAMESPACE_FIELDS.has(field)) return [text];
  const dns = text.includes(".svc") ? [...text.matchAll(/\.([a-z0-9-]+)\.svc\b/g)].map(([, name = ""]) => name) : [];
  const dashed = text.includes("-") ? (text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []).filter(isDistinct) : [];
  return [...dns, ...dashed];
}

/** Environments that a text says to belong to: as a label, in the variable of that name, and in a store's usual folder. */
export function environmentsIn({ field, text }: Mention): string[] {
  if (field === "environment" || field === "ENVIRONMENT") return [text];
  return field === "key" ? (/^milvus\/([^/]+)\//.exec(text)?.slice(1) ?? []) : [];
}
