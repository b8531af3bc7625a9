import type { Settings } from "../schema/settings.ts";
import { ANYWHERE } from "./anywhere.ts";
import { between } from "./between.ts";

/** All off: a development environment has nothing that is worth a backup. */
export const BACKUP_DEFAULTS: NonNullable<Settings["backup"]> = {
  timeZone: "UTC",
  destination: { port: 443, useSSL: true },
  etcd: {
    ...ANYWHERE,
    enabled: false,
    // Not at the full hour, when everybody else's jobs begin.
    schedule: "7 * * * *",
    retention: { days: 7, atLeast: 3 },
    // The disk holds one snapshot of a database that fills the default quota.
    resources: between({ cpu: ["100m", "1"], memory: ["256Mi", "1Gi"], disk: ["1Gi", "6Gi"] }),
  },
  milvus: {
    ...ANYWHERE,
    enabled: false,
    schedule: "37 1 * * *",
    retention: { days: 14, atLeast: 2 },
    // Saves Milvus 2.2 and later, restores to 2.4 and later (milvus-backup README).
    image: { repository: "milvusdb/milvus-backup", tag: "v0.5.16" },
    collections: [],
    deadline: "6h",
    resources: between({ cpu: ["500m", "2"], memory: ["512Mi", "4Gi"], disk: ["64Mi", "1Gi"] }),
  },
  velero: { enabled: false },
};
