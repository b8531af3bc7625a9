import type { Settings } from "../schema/settings.ts";

/** Off, because passwords and tokens need a Secret that somebody makes. */
export const AUTHENTICATION_DEFAULTS: NonNullable<Settings["authentication"]> = {
  milvus: { enabled: false, superUsers: [] },
  pulsar: { enabled: false, enforced: true },
  etcd: { enabled: false, enforced: true },
};
