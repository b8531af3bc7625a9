/** Grafana takes no longer ones (grafana `pkg/util/shortid_generator.go`). */
const MOST = 40;

/** The name of a dashboard in links to it, the same for ever; a long one ends in a checksum of what was cut off. */
export function uidOf(environment: string, dashboard: string): string {
  const whole = `milvus-${environment}-${dashboard}`;
  if (whole.length <= MOST) return whole;
  const sum = checksum(whole);
  return `${whole.slice(0, MOST - sum.length - 1)}-${sum}`;
}

/** FNV-1a of 32 bits: enough to tell the environments of a company apart. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
