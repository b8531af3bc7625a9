import { defaultParity, setSize } from "../../model/erasure-set.ts";
import { type Container, containersOf, type PodSpec } from "../workload.ts";
import { literal, wordsOf } from "./program-settings.ts";

/** A set of equal servers that MinIO counts once, at its first start. */
export interface Pool {
  /** `minio-{0...3}.minio-headless…:9000`; empty for drives of the server itself. */
  readonly host: string;
  readonly servers: number;
  /** The folder of each drive of a server. */
  readonly drives: readonly string[];
}

/** The pools that MinIO's arguments or `MINIO_VOLUMES` name. */
export function minioPools(pod: PodSpec): Pool[] {
  return containersOf(pod).flatMap(endpoints).map(pool);
}

/** Drives that hold parity, of each set; MinIO's own choice (docs/erasure/storage-class) where nothing is said. */
export function parityOf(pod: PodSpec, set: number): number {
  const said = containersOf(pod).map((container) => literal(container, "MINIO_STORAGE_CLASS_STANDARD"));
  const [, parity] = /^EC:(\d+)$/.exec(said.find((value) => value !== undefined) ?? "") ?? [];
  return parity === undefined ? defaultParity(set) : Number(parity);
}

/** The drives of its erasure sets; undefined where they divide into none. */
export function poolSetSize({ servers, drives }: Pool): number | undefined {
  return setSize({ servers, drivesPerServer: drives.length });
}

/** Flags whose value is a word of its own must not count: `--certs-dir /certs` is no drive. */
function endpoints(container: Container): string[] {
  const words = wordsOf(container);
  const start = words.indexOf("server");
  const named = words.filter((word, index) => index > start && isEndpoint(word) && !takesValue(words[index - 1]));
  const volumes = (literal(container, "MINIO_VOLUMES") ?? "").split(" ").filter(isEndpoint);
  return start === -1 ? volumes : [...named, ...volumes];
}

function isEndpoint(word: string): boolean {
  return /^(?:https?:\/)?\//.test(word);
}

function takesValue(word = ""): boolean {
  return /^--?[a-z-]+$/i.test(word) && !/^--(?:anonymous|json|quiet)$/.test(word);
}

function pool(endpoint: string): Pool {
  const [, host = "", path = ""] = /^(?:https?:\/\/([^/]*))?(\/.*)$/.exec(endpoint) ?? [];
  return { host, servers: expand(host).length, drives: expand(path) };
}

/** More than a set of sixteen servers of sixteen drives would be a mistake in the range. */
const MOST = 256;

/** `/data-{0...1}` as its two folders. Ranges may follow each other. */
function expand(pattern: string): string[] {
  const [range, first, last] = /\{(\d+)\.\.\.(\d+)\}/.exec(pattern) ?? [];
  if (range === undefined) return [pattern];
  const count = Math.min(Math.max(Number(last) - Number(first) + 1, 0), MOST);
  return Array.from({ length: count }, (_, index) => pattern.replace(range, String(Number(first) + index))).flatMap(expand);
}
