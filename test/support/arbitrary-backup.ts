import fc from "fast-check";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { Settings } from "../../generator/config/schema/settings.ts";

type Backup = NonNullable<Settings["backup"]>;

/** What would be said if everything of it had a meaning. */
export const anyBackup = fc.record({
  place: fc.constantFrom<(Backup["destination"] | undefined)[]>(
    undefined,
    undefined,
    { address: "s3.eu-central-1.amazonaws.com", bucket: "acme-backups" },
    { address: "minio.example.com", port: 9000, useSSL: false, bucket: "acme-backups", rootPath: "milvus/all" },
  ),
  etcd: fc.constantFrom<Backup["etcd"][]>(
    undefined,
    { enabled: false },
    { enabled: true },
    { enabled: true, schedule: "*/15 * * * *", retention: { days: 30, atLeast: 10 }, labels: { team: "search" } },
  ),
  milvus: fc.constantFrom<Backup["milvus"][]>(
    undefined,
    undefined,
    { enabled: true },
    { enabled: true, collections: ["orders", "shop.*"], deadline: "90m", image: { tag: "v0.5.15" } },
  ),
  velero: fc.constantFrom<Backup["velero"][]>(undefined, undefined, { enabled: true }),
});

type File = Pick<EnvironmentFile, "profile" | "etcd" | "objectStorage">;
type Wishes = { readonly [field in "place" | "etcd" | "milvus" | "velero"]: object | undefined };

/** What the environment may say of its backups: only what the rest of it gives a meaning. */
export function usedBackup(wishes: Wishes, file: File): Backup {
  const takesSnapshots = wantsSnapshots(wishes, file) && (speaksS3(file) || wishes.place !== undefined);
  const savesCollections = wishes.milvus !== undefined && hasKeys(file);
  return {
    ...used("destination", wishes.place, takesSnapshots || savesCollections),
    ...used("etcd", wishes.etcd, takesSnapshots),
    ...used("milvus", wishes.milvus, savesCollections),
    ...used("velero", wishes.velero, holdsSnapshots(file)),
  };
}

function used(field: keyof Backup, wish: object | undefined, has: boolean): Backup {
  return has && wish !== undefined ? { [field]: wish } : {};
}

function wantsSnapshots(wishes: Wishes, { profile, etcd }: File): boolean {
  const { enabled = profile === "production" } = (wishes.etcd ?? {}) as NonNullable<Backup["etcd"]>;
  return enabled && etcd?.mode !== "external";
}

/** Two of them, beside the database: production's volume does, that of development does not. */
function holdsSnapshots({ profile, etcd }: File): boolean {
  return profile === "production" || etcd?.mode === "external";
}

function hasKeys({ objectStorage }: File): boolean {
  return objectStorage?.type !== "external" || objectStorage.external?.auth === "keys";
}

function speaksS3(file: File): boolean {
  return hasKeys(file) && file.objectStorage?.external?.provider !== "azure";
}
