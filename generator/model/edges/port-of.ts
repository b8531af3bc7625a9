/** The port of `host:2379` or of a URL; what its scheme stands for where it names none. */
export function portOf(address: string): number {
  const [, scheme = "", port] = /^(?:([a-z+]+):\/\/)?[^/:]+(?::(\d+))?/.exec(address) ?? [];
  if (port !== undefined) return Number(port);
  return scheme === "http" ? 80 : 443;
}
