import { readMaps, readTexts } from "../value.ts";

const UNITS: Readonly<Record<string, number>> = { "": 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** Bytes that a container's process is told to use: Java's heap and direct memory, or etcd's quota. 0 where it is told nothing. */
export function heapOf(container: unknown): number {
  const variables = readMaps(container, "env");
  const texts = [
    ...variables.map(({ value }) => String(value ?? "")),
    ...readTexts(container, "args"),
    ...readTexts(container, "command"),
  ];
  const text = texts.join(" ");
  const quota = variables.find(({ name }) => name === "ETCD_QUOTA_BACKEND_BYTES")?.value;
  return (
    javaMemory(/-Xmx(\d+)([kmgt]?)/i, text) + javaMemory(/-XX:MaxDirectMemorySize=(\d+)([kmgt]?)/i, text) + Number(quota ?? 0)
  );
}

/** Java's units count in powers of two. */
function javaMemory(pattern: RegExp, text: string): number {
  const [, digits = "0", unit = ""] = pattern.exec(text) ?? [];
  return Number(digits) * (UNITS[unit.toLowerCase()] ?? 1);
}
