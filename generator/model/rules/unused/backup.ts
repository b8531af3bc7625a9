import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** Fields of backups that are not made, and of places that hold none. */
export function unusedInBackup(environment: Environment, { backup: said }: Settings): UnusedField[] {
  const { etcd, milvus, destination } = environment.backup;
  const isOff = (etcd ?? milvus) === undefined;
  return [
    ...inSnapshots(environment, said?.etcd),
    ...unusedIf(milvus === undefined, "backup.milvus.enabled is false", othersThan(["enabled"], "backup.milvus", said?.milvus)),
    ...unusedIf(etcd === undefined, "no snapshots of etcd are made", ["backup.image"]),
    ...unusedIf(isOff, "no backups are made", ["backup.timeZone", "backup.destination"]),
    ...unusedIf(destination.isOwn, "backup.destination has no address", [
      "backup.destination.port",
      "backup.destination.useSSL",
      "backup.destination.region",
    ]),
    ...unusedIf(milvus === undefined, "only collections are saved by region", ["backup.destination.region"]),
  ];
}

function inSnapshots({ etcd, backup }: Environment, said: NonNullable<Settings["backup"]>["etcd"]): UnusedField[] {
  if (etcd.mode === "external") return unusedIf(true, "etcd.mode is external", ["backup.etcd"]);
  return unusedIf(backup.etcd === undefined, "no snapshots of etcd are made", othersThan(["enabled"], "backup.etcd", said));
}
