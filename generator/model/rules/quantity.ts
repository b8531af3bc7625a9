const FACTORS: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** A quantity of Kubernetes as a number: `500m` is 0.5, `2Gi` is 2,147,483,648. The schema has checked its form. */
export function parseQuantity(quantity: string): number {
  const unit = quantity.slice(quantity.endsWith("i") ? -2 : -1);
  return Number.parseFloat(quantity) * (FACTORS[unit] ?? 1);
}

/** Memory of a Java process in bytes: Java's `512m` and `4g` count in powers of two, whereas Kubernetes' `M` and `G` do not. */
export function parseJavaMemory(memory: string): number {
  return Number.parseInt(memory, 10) * 2 ** (memory.endsWith("g") ? 30 : 20);
}

/** Bytes for a message: `10Gi`, `1536Mi`. */
export function formatBytes(bytes: number): string {
  const gibibytes = bytes / 2 ** 30;
  return Number.isInteger(gibibytes) ? `${gibibytes}Gi` : `${Math.ceil(bytes / 2 ** 20)}Mi`;
}
