interface Range {
  readonly bits: bigint;
  readonly prefix: number;
  readonly width: number;
}

/** Whether every address of `range` is in one of `ranges`. A range that is not understood is in none. */
export function isWithin(range: string, ranges: readonly string[]): boolean {
  const inner = parseRange(range);
  return ranges.some((text) => text === range || contains(parseRange(text), inner));
}

function contains(outer: Range | undefined, inner: Range | undefined): boolean {
  if (outer === undefined || inner === undefined || outer.width !== inner.width || outer.prefix > inner.prefix) return false;
  const shift = BigInt(outer.width - outer.prefix);
  return outer.bits >> shift === inner.bits >> shift;
}

function parseRange(text: string): Range | undefined {
  const [address = "", length] = text.split("/");
  const bits = address.includes(":") ? version6(address) : version4(address);
  const width = address.includes(":") ? 128 : 32;
  const prefix = Number(length ?? width);
  return bits === undefined || !(prefix >= 0 && prefix <= width) ? undefined : { bits, prefix, width };
}

function version4(address: string): bigint | undefined {
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

/** `::` stands for as many zeros as are missing. */
function version6(address: string): bigint | undefined {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  if (groups.length !== 8 || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}
