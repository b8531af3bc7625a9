import type { Volume } from "../../model/environment.ts";

/** A folder of the container that is a claim of its pod. */
export interface Claim {
  readonly name: string;
  readonly mountPath: string;
  readonly volume: Volume;
}

/** Where the configuration that the pod's variables make is written, beside `/pulsar/conf`, from which everything else is read. */
export const CONFIG_FOLDER = "/pulsar/run";

/**
 * Everything else that Pulsar writes: log files, which log4j opens although all logs go to the console, and in `/tmp` the native
 * libraries that Netty and RocksDB unpack.
 */
const WRITABLE = [
  { name: "config", mountPath: CONFIG_FOLDER, sizeLimit: "16Mi" },
  { name: "logs", mountPath: "/pulsar/logs", sizeLimit: "64Mi" },
  { name: "tmp", mountPath: "/tmp", sizeLimit: "256Mi" },
];

/** A folder of the container that is filled from a Secret. */
export interface SecretFolder {
  readonly name: string;
  readonly mountPath: string;
  /** The volume, but for its name. */
  readonly source: object;
}

export function podVolumes(files: readonly SecretFolder[]) {
  return [...writableVolumes(), ...files.map(({ name, source }) => ({ name, ...source }))];
}

function writableVolumes() {
  return WRITABLE.map(({ name, sizeLimit }) => ({ name, emptyDir: { sizeLimit } }));
}

export function volumeMounts(claims: readonly Claim[], files: readonly SecretFolder[]) {
  return [
    ...[...claims, ...WRITABLE].map(({ name, mountPath }) => ({ name, mountPath })),
    ...files.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
  ];
}
