import type { Container } from "../workload.ts";

/**
 * Segments and indexes, the socket of its embedded parts, and temporary files; `/milvus/configs` is only read. A shell
 * text that does not run Milvus writes to none of them.
 */
export function writesOfMilvus({ command = [], args = [] }: Container): string[] {
  const isOtherText = command[0] === "sh" && !args.join("\n").includes("milvus run");
  return isOtherText ? [] : ["/var/lib/milvus", "/run/milvus", "/tmp"];
}

export function writesOfEtcd({ env = [] }: Container): string[] {
  return env.flatMap(({ name, value }) => (name === "ETCD_DATA_DIR" && value !== undefined ? [value] : []));
}

/** Its drives, its folder of certificates unless it is given one, and temporary files. */
export function writesOfMinio({ args = [], volumeMounts = [] }: Container): string[] {
  const given = new Set(volumeMounts.filter(({ readOnly }) => readOnly === true).map(({ mountPath }) => mountPath));
  const certificates = args.flatMap((argument) => /^--certs-dir=(.+)$/.exec(argument)?.[1] ?? []);
  return [...args.flatMap(drives), ...certificates.filter((folder) => !given.has(folder)), "/tmp"];
}

/** `/data-0` and `/data-1` of `http://minio-{0...3}.minio-headless:9000/data-{0...1}`, and of `/data-{0...1}`. */
function drives(argument: string): string[] {
  const [, path] = /^(?:https?:\/\/[^/]+)?(\/.+)$/.exec(argument) ?? [];
  if (path === undefined) return [];
  const [, prefix = "", last] = /^(.*)\{0\.\.\.(\d{1,2})\}$/.exec(path) ?? [];
  return last === undefined ? [path] : Array.from({ length: Number(last) + 1 }, (_, index) => `${prefix}${index}`);
}

/** Its own pages, into which its start script writes, and yarn's temporary files; or what its pages are copied to. */
export function writesOfAttu({ command = [] }: Container): string[] {
  return command[0] === "cp" ? command.slice(-1) : ["/app/build", "/tmp"];
}

const FOLDER_SETTINGS: ReadonlySet<string> = new Set([
  "PULSAR_PREFIX_dataDir",
  "PULSAR_PREFIX_journalDirectories",
  "PULSAR_PREFIX_ledgerDirectories",
]);

/**
 * Log files, which log4j opens whatever it logs to, native libraries that Netty and RocksDB unpack in `/tmp`, the folders that its
 * settings name, and where a start script writes the configuration. A standalone Pulsar keeps everything in `/pulsar/data`.
 */
export function writesOfPulsar({ args = [], env = [] }: Container): string[] {
  const script = args.join("\n");
  const configuration = [...script.matchAll(/^cp \S+ (\/\S+)\/[^/\s]+$/gm)].map(([, folder = ""]) => folder);
  const folders = env.flatMap(({ name, value = "" }) => (FOLDER_SETTINGS.has(name) ? value.split(",") : []));
  const standalone = script.includes("bin/pulsar standalone") ? ["/pulsar/data"] : [];
  return ["/pulsar/logs", "/tmp", ...configuration, ...folders, ...standalone];
}
