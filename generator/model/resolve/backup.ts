import { durationSeconds } from "../duration.ts";
import type {
  Backup,
  BackupDestination,
  BackupJob,
  CollectionBackup,
  Etcd,
  ExternalEtcd,
  Image,
  ObjectStorage,
  Tls,
} from "../environment.ts";
import { MINIO } from "../identities.ts";
import { MINIO_API } from "../ports.ts";
import { type Mirrors, resolveImage } from "./images.ts";
import type { ImageSettings, Section } from "./settings.ts";
import { take } from "./take.ts";
import { resolveWorkload } from "./workload.ts";

type BackupSettings = Section<"backup">;

/** What is there to be saved, and what saves it. */
export interface Saved {
  readonly environment: string;
  readonly etcd: Etcd | ExternalEtcd;
  readonly objectStorage: ObjectStorage;
  readonly tls: Tls;
  /** That of MinIO, whether it runs or not: the client is in it. */
  readonly minioImage: ImageSettings | undefined;
}

/** What is saved of the environment, when, and where to. Of an etcd outside others take snapshots. */
export function resolveBackup(backup: BackupSettings, saved: Saved, mirrors: Mirrors): Backup {
  const { timeZone, destination, etcd, milvus, velero } = take(
    "backup",
    backup,
    "timeZone",
    "destination",
    "etcd",
    "milvus",
    "velero",
  );
  const place = resolveDestination(destination, saved);
  return {
    timeZone,
    destination: place,
    client: client(backup.image, saved, mirrors),
    etcd: etcd.enabled && saved.etcd.mode === "internal" && takesFiles(place, saved) ? job("backup.etcd", etcd) : undefined,
    milvus: milvus.enabled ? collections(milvus, mirrors) : undefined,
    velero: take("backup.velero", velero, "enabled").enabled,
  };
}

/** Whether MinIO's client can write there: it speaks S3, and knows no identity of a cloud. */
export function takesFiles({ isOwn }: BackupDestination, { objectStorage }: Pick<Saved, "objectStorage">): boolean {
  if (!isOwn || objectStorage.type === "minio") return true;
  return objectStorage.auth === "keys" && objectStorage.provider !== "azure" && objectStorage.provider !== "gcpnative";
}

function resolveDestination(
  destination: NonNullable<BackupSettings["destination"]>,
  { environment, objectStorage, tls }: Saved,
): BackupDestination {
  const rootPath = destination.rootPath ?? `backup/${environment}`;
  if (destination.address === undefined) {
    return { isOwn: true, ...endpoint(objectStorage, tls), bucket: destination.bucket ?? objectStorage.bucket, rootPath };
  }
  const known = take("backup.destination", destination, "address", "port", "useSSL", "bucket");
  return { isOwn: false, ...known, region: destination.region, rootPath };
}

function endpoint(storage: ObjectStorage, tls: Tls) {
  if (storage.type === "minio") {
    return { address: MINIO.name, port: MINIO_API.port, useSSL: tls.objectStorage, region: undefined };
  }
  const { address, port, useSSL, region } = storage;
  return { address, port, useSSL, region };
}

/** A digest belongs to the image that it is said of, so that of MinIO goes with its name. */
function client(image: BackupSettings["image"], { minioImage }: Saved, mirrors: Mirrors): Image {
  if (image === undefined) return resolveImage("objectStorage.minio.image", minioImage, mirrors);
  return resolveImage("backup.image", { ...minioImage, digest: undefined, ...image }, mirrors);
}

function job(path: string, settings: NonNullable<BackupSettings["etcd"]>): BackupJob {
  const { schedule, retention } = take(path, settings, "schedule", "retention");
  return {
    ...resolveWorkload(path, { ...settings, replicas: 1 }),
    schedule,
    retention: take(`${path}.retention`, retention, "days", "atLeast"),
  };
}

function collections(settings: NonNullable<BackupSettings["milvus"]>, mirrors: Mirrors): CollectionBackup {
  const known = take("backup.milvus", settings, "collections", "deadline");
  return {
    ...job("backup.milvus", settings),
    image: resolveImage("backup.milvus.image", settings.image, mirrors),
    collections: known.collections,
    deadlineSeconds: durationSeconds(known.deadline),
  };
}
