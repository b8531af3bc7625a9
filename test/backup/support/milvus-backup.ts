import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { execute, filesOf, type Result } from "./containers.ts";
import { program } from "./programs.ts";
import { MINIO_ACCOUNT, type Milvus, portOf, type Server } from "./servers.ts";

const FILE = "backup.yaml";

/** A folder with the generated file, which names this machine's servers. */
export interface Config {
  readonly folder: string;
}

/** `place` is where backups lie: the storage of Milvus itself, or another. */
export function writeConfig(folder: string, milvus: Milvus, storage: Server, place: Server): Config {
  const generated = parse(filesOf("backup-milvus", { backup: { milvus: { enabled: true } } })[FILE] ?? "");
  const { log, minio, backup } = generated;
  const host = "127.0.0.1";
  const own = {
    ...generated,
    log: { ...log, file: { ...log.file, filename: join(folder, "backup.log") } },
    milvus: { ...generated.milvus, address: host, port: milvus.api },
    minio: {
      ...minio,
      ...{ address: host, port: Number(portOf(storage)), backupAddress: host, backupPort: Number(portOf(place)) },
      crossStorage: storage !== place,
    },
    backup: { ...backup, gcPause: { ...backup.gcPause, address: milvus.url } },
  };
  writeFileSync(join(folder, FILE), stringify(own));
  return { folder };
}

/** The program as a person would start it. */
export function milvusBackup({ folder }: Config, ...args: readonly string[]): Promise<Result> {
  const env = { MINIO_ACCESS_KEY: MINIO_ACCOUNT.user, MINIO_SECRET_KEY: MINIO_ACCOUNT.password };
  return execute(program("milvus-backup"), ["--config", join(folder, FILE), ...args], env);
}
