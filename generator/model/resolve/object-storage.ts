import type { Bucket, ExternalStorage, Minio, ObjectStorage } from "../environment.ts";
import { type Mirrors, resolveImage } from "./images.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";
import { resolveVolume, resolveWorkload } from "./workload.ts";

/** MinIO of its own, or a bucket that exists. */
export function resolveObjectStorage(storage: Section<"objectStorage">, mirrors: Mirrors): ObjectStorage {
  const bucket: Bucket = take("objectStorage", storage, "bucket", "rootPath");
  return storage.type === "external"
    ? external(bucket, storage.external)
    : { type: "minio", ...bucket, minio: minio(storage.minio, mirrors) };
}

function minio(settings: Section<"objectStorage">["minio"], mirrors: Mirrors): Minio {
  const path = "objectStorage.minio";
  return {
    ...resolveWorkload(path, settings),
    ...take(path, settings, "mode", "drivesPerServer"),
    image: resolveImage(`${path}.image`, settings?.image, mirrors),
    storage: resolveVolume(`${path}.storage`, settings?.storage),
    parity: settings?.parity,
  };
}

function external(bucket: Bucket, settings: Section<"objectStorage">["external"]): ExternalStorage {
  const known = take(
    "objectStorage.external",
    settings,
    "provider",
    "address",
    "port",
    "useSSL",
    "auth",
    "useVirtualHost",
    "serviceAccountAnnotations",
  );
  return { type: "external", ...bucket, ...known, region: settings?.region, iamEndpoint: settings?.iamEndpoint };
}
