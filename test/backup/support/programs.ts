import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** What the proofs of snapshots run. */
export const PROGRAMS = ["etcd", "etcdctl", "etcdutl", "minio", "mc"] as const;

/** What those of collections run besides. `milvus` finds its libraries, and in MILVUSCONF its configuration, by itself. */
export const MILVUS_PROGRAMS = ["milvus", "milvus-backup"] as const;

/** The path of a program on PATH; undefined where it is not there. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

export function program(name: string): string {
  const found = findProgram(name);
  if (found === undefined) throw new Error(`${name} is not on PATH.`);
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
