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

/** A folder of the container with one file, a key of a Secret. */
export interface SecretFile {
  readonly name: string;
  readonly mountPath: string;
  readonly secretName: string;
  readonly key: string;
}

export function podVolumes(files: readonly SecretFile[]) {
  return [...writableVolumes(), ...files.map(secretVolume)];
}

function secretVolume({ name, secretName, key }: SecretFile) {
  return { name, secret: { secretName, items: [{ key, path: key }] } };
}

function writableVolumes() {
  return WRITABLE.map(({ name, sizeLimit }) => ({ name, emptyDir: { sizeLimit } }));
}

export function volumeMounts(claims: readonly Claim[], files: readonly SecretFile[]) {
  return [
    ...[...claims, ...WRITABLE].map(({ name, mountPath }) => ({ name, mountPath })),
    ...files.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
  ];
}
