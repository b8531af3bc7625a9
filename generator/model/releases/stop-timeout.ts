import type { Release } from "./release.ts";

/**
 * The `gracefulStopTimeout` of all four families: a worker first hands its segments and channels to others. Early patches of 2.3
 * have it for workers alone.
 */
export const STOP_TIMEOUT_SECONDS: Release["stopTimeoutSeconds"] = { worker: 1800, proxy: 30, coordinator: 5 };
