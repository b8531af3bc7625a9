type Config = Readonly<Record<string, unknown>>;

/** `over` on top of `base`: maps merge, key by key; everything else, lists too, replaces what was there. */
export function mergeConfig(base: Config, over: Config): Config {
  const merged = Object.entries(over).map(([key, value]) => [key, mergeValue(base[key], value)] as const);
  return { ...base, ...Object.fromEntries(merged) };
}

function mergeValue(base: unknown, over: unknown): unknown {
  return isMap(base) && isMap(over) ? mergeConfig(base, over) : over;
}

function isMap(value: unknown): value is Config {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
