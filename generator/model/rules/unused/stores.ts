import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

/** Fields of etcd and object storage that belong to the kind that is not used. */
export function unusedInStores({ etcd, objectStorage }: Environment, settings: Settings): UnusedField[] {
  return [
    ...unusedIf(
      etcd.mode === "external",
      "etcd.mode is external",
      othersThan(["mode", "rootPath", "endpoints"], "etcd", settings.etcd),
    ),
    ...unusedIf(etcd.mode === "internal", "etcd.mode is internal", ["etcd.endpoints"]),
    ...(objectStorage.type === "external" ? inExternal(objectStorage) : inMinio(objectStorage)),
  ];
}

function inExternal({ auth }: Extract<Environment["objectStorage"], { readonly type: "external" }>): UnusedField[] {
  const iam = ["objectStorage.external.iamEndpoint", "objectStorage.external.serviceAccountAnnotations"];
  return [
    ...unusedIf(true, "objectStorage.type is external", ["objectStorage.minio"]),
    ...unusedIf(auth === "keys", "objectStorage.external.auth is keys", iam),
  ];
}

function inMinio({ minio }: Extract<Environment["objectStorage"], { readonly type: "minio" }>): UnusedField[] {
  return [
    ...unusedIf(true, "objectStorage.type is minio", ["objectStorage.external"]),
    ...unusedIf(minio.mode === "standalone", "a standalone MinIO has no erasure coding", ["objectStorage.minio.parity"]),
  ];
}
