/** Equal servers that MinIO counts once, at its first start. */
export interface ServerPool {
  readonly servers: number;
  readonly drivesPerServer: number;
}

/**
 * The drives of an erasure set: the most of 2 to 16 that divide all drives, with equally many on every server (MinIO
 * docs/distributed/DESIGN.md); undefined where no number does.
 */
export function setSize({ servers, drivesPerServer }: ServerPool): number | undefined {
  const sizes = Array.from({ length: 15 }, (_, index) => 16 - index);
  return sizes.find((size) => (servers * drivesPerServer) % size === 0 && (size % servers === 0 || servers % size === 0));
}

/** The drives of a set that hold parity where nothing else is said (MinIO docs/erasure/storage-class/README.md). */
export function defaultParity(set: number): number {
  if (set < 4) return 1;
  if (set < 6) return 2;
  return set < 8 ? 3 : 4;
}

/**
 * How many servers may be away while MinIO still takes writes. A set is written to while as many drives as hold data are there, and
 * one more where parity is half of it (MinIO docs/distributed/SIZING.md). A server takes its whole share of the set with it.
 */
export function serverLosses({ servers, drivesPerServer }: ServerPool, parity: number | undefined): number {
  const set = setSize({ servers, drivesPerServer });
  if (set === undefined) return 0;
  const spare = parity ?? defaultParity(set);
  const dispensable = spare * 2 === set ? spare - 1 : spare;
  return Math.floor(dispensable / Math.max(set / servers, 1));
}
