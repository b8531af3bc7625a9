type Taken<T, K extends keyof T> = { readonly [P in K]-?: Exclude<T[P], undefined> };

/**
 * The named fields of a section of merged settings, `path` being the section's own name. Defaults give them, or the checks of
 * what a person wrote ask for them, so that a missing one is our bug.
 */
export function take<T extends object, K extends keyof T & string>(
  path: string,
  section: T | undefined,
  ...names: readonly K[]
): Taken<T, K> {
  const taken: Partial<Record<K, unknown>> = {};
  for (const name of names) {
    const value = section?.[name];
    if (value === undefined) throw new Error(`The settings lack ${path === "" ? name : `${path}.${name}`}.`);
    taken[name] = value;
  }
  return taken as Taken<T, K>;
}
