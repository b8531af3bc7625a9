/** Says whether a value from outside has the form that the code relies on. */
export type Shape<T> = (value: unknown) => value is T;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Shaped<F extends Fields> = { readonly [K in keyof F]: F[K] extends Shape<infer T> ? T : never };

export const text: Shape<string> = (value): value is string => typeof value === "string";

export const number: Shape<number> = (value): value is number => typeof value === "number";

export const truth: Shape<boolean> = (value): value is boolean => typeof value === "boolean";

/** An object with these fields; what else it has is none of our business. */
export function record<F extends Fields>(fields: F): Shape<Shaped<F>> {
  return (value): value is Shaped<F> => isObject(value) && Object.entries(fields).every(([name, shape]) => shape(value[name]));
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item);
}

/** GitHub leaves some fields out, or says null, where there is nothing. */
export function maybe<T>(shape: Shape<T>): Shape<T | null | undefined> {
  return (value): value is T | null | undefined => value === null || value === undefined || shape(value);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
