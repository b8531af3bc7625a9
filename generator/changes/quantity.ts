const FACTORS: Readonly<Record<string, number>> = {
  "": 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const FORM = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;

/** A quantity as Kubernetes writes it, `500m` or `2Gi` or 1, as a number; undefined for anything else. */
export function quantityOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const [, digits, unit = "", exponent = "0"] = (typeof value === "string" && FORM.exec(value)) || [];
  return digits === undefined ? undefined : Number(`${digits}e${exponent}`) * (FACTORS[unit] ?? 1);
}

/** Mappings whose values are quantities: of containers, claims, ResourceQuotas and LimitRanges. */
const MAPS: ReadonlySet<string> = new Set([
  "capacity",
  "default",
  "defaultRequest",
  "hard",
  "limits",
  "max",
  "min",
  "requests",
]);

/** Whether a field holds a quantity, so that `1Gi` there is the same as `1024Mi`. */
export function holdsQuantity(parent: string, field: string): boolean {
  return MAPS.has(parent) || field === "sizeLimit";
}
