import type { Settings } from "../schema/settings.ts";

/** Off, because a password needs a Secret that somebody makes. */
export const AUTHENTICATION_DEFAULTS: NonNullable<Settings["authentication"]> = {
  milvus: { enabled: false, superUsers: [] },
};
