/**
 * What a field is expected to be. `name` and `port` are given an empty text and 0 where they are missing; a `quantity` may be
 * written as a number, a `target` is a port's name or number. `[shape]` is a list, `{ "*": shape }` a map, and a field that a
 * shape does not name passes as it is.
 */
export type Shape =
  | "any"
  | "boolean"
  | "name"
  | "number"
  | "port"
  | "quantity"
  | "target"
  | "text"
  | readonly [Shape]
  | { readonly [field: string]: Shape };

/**
 * The value without what is of another type than expected, or null. Hand-written objects may hold anything: the schema of their
 * kind says so, and every other invariant need not ask for types again.
 */
export function readAs<Type>(value: unknown, shape: Shape): Type | undefined {
  return fitted(value, shape) as Type | undefined;
}

function fitted(value: unknown, shape: Shape): unknown {
  if (typeof shape === "string") return SCALARS[shape](value);
  if (isList(shape)) return Array.isArray(value) ? value.map((item) => fitted(item, shape[0])).filter(isSomething) : undefined;
  return isMap(value) ? fittedMap(value, shape) : undefined;
}

function fittedMap(value: Readonly<Record<string, unknown>>, shape: { readonly [field: string]: Shape }): object {
  const fields = new Set([...Object.keys(shape), ...Object.keys(value)].filter((field) => field !== "*"));
  const entries = [...fields].map((field) => [field, fitted(own(value, field), own(shape, field) ?? shape["*"] ?? "any")]);
  return Object.fromEntries(entries.filter(([, item]) => isSomething(item)));
}

type Scalar = Extract<Shape, string>;

const SCALARS: Readonly<Record<Scalar, (value: unknown) => unknown>> = {
  any: (value) => value ?? undefined,
  boolean: (value) => (typeof value === "boolean" ? value : undefined),
  name: (value) => (typeof value === "string" ? value : ""),
  number: (value) => (typeof value === "number" ? value : undefined),
  port: (value) => (typeof value === "number" ? value : 0),
  quantity: (value) => (typeof value === "string" || typeof value === "number" ? String(value) : undefined),
  target: (value) => (typeof value === "string" || typeof value === "number" ? value : undefined),
  text: (value) => (typeof value === "string" ? value : undefined),
};

/** A field called `constructor` is none that every object inherits. */
function own<Type>(map: { readonly [field: string]: Type }, field: string): Type | undefined {
  return Object.hasOwn(map, field) ? map[field] : undefined;
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSomething(value: unknown): boolean {
  return value !== undefined;
}
