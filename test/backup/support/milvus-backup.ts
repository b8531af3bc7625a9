import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { execute, filesOf, type Result } from "./containers.ts";
import { program } from "./programs.ts";
import { MINIO_ACCOUNT, type Milvus, portOf, type Server } from "./servers.ts";

const FILE = "backup.yaml";

/** Where the generated file of the environment `prod` puts backups. */
export const PLACE = "backup/prod/collections";

/** A folder with the generated file, which names this machine's servers. */
export interface Config {
  readonly folder: string;
}

/** `place` is where backups lie: the storage of Milvus itself, or another, which then is that of another environment. */
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
      backupRootPath: storage === place ? PLACE : "backup/drill/collections",
    },
    backup: { ...backup, gcPause: { ...backup.gcPause, address: milvus.url } },
  };
  writeFileSync(join(folder, FILE), stringify(own));
  return { folder };
}

/** The program as a person would start it, who says where backups lie as docs/runbooks/collections-restore.md does. */
export function milvusBackup({ folder }: Config, ...args: readonly string[]): Promise<Result> {
  const env = { MINIO_ACCESS_KEY: MINIO_ACCOUNT.user, MINIO_SECRET_KEY: MINIO_ACCOUNT.password, MINIO_BACKUP_ROOT_PATH: PLACE };
  return execute(program("milvus-backup"), ["--config", join(folder, FILE), ...args], env);
}
