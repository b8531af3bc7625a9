import type { Environment } from "../../environment.ts";
import { error, type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Backups have a place of their own, and in production one that outlives what they are made of. */
export const backupDestination: Rule = ({ environment, isProduction }) => {
  const { etcd, milvus } = environment.backup;
  if ((etcd ?? milvus) === undefined) return [];
  return [...amongData(environment), ...(isProduction ? onlyPlace(environment) : [])];
};

function amongData({ objectStorage, backup: { destination } }: Environment): Problem[] {
  const isSame = destination.isOwn || isAt(destination, objectStorage);
  if (!isSame || destination.bucket !== objectStorage.bucket) return [];
  if (!isWithin(destination.rootPath, objectStorage.rootPath) && !isWithin(objectStorage.rootPath, destination.rootPath))
    return [];
  return [
    error("backup.destination.rootPath", "E_STORAGE", {
      message: `Backups in ${destination.rootPath} lie among Milvus' own objects in ${objectStorage.rootPath}.`,
      reason: "Whoever deletes the one deletes the other, and Milvus removes what its metadata does not know.",
      remedy: "Use another folder beside it, or another bucket.",
    }),
  ];
}

function isAt({ address, port }: Environment["backup"]["destination"], storage: Environment["objectStorage"]): boolean {
  return storage.type === "external" && storage.address === address && storage.port === port;
}

function isWithin(folder: string, other: string): boolean {
  return `${folder}/`.startsWith(`${other}/`);
}

function onlyPlace({ objectStorage, backup: { destination } }: Environment): Problem[] {
  if (!destination.isOwn) return [];
  const where = objectStorage.type === "minio" ? "the environment's own MinIO" : "the bucket's own storage";
  return [
    warning("backup.destination", "E_STORAGE", {
      message: `Backups lie in ${where}.`,
      reason: "They bring back what people or programs deleted, and are lost together with the store.",
      remedy: "Name a second place in backup.destination: docs/backup.md.",
    }),
  ];
}
