import { type EnvVar, envValue } from "../../kubernetes/env.ts";

/** etcd 3.6 made feature gates of the two flags and deprecates them; 3.7 has the gates alone (etcd CHANGELOG-3.6, server/features). */
const FIRST_MINOR_WITH_GATES = 6;

/**
 * Compares a member's data with its peers' before it serves, and at every compaction. Both spellings at once are an error on
 * 3.6. A tag without a version gets the flags: 3.5 and 3.6 take them, and 3.7 ignores a variable that it does not know.
 */
export function corruptionChecks(tag: string): EnvVar[] {
  if (minorVersion(tag) >= FIRST_MINOR_WITH_GATES) {
    return [envValue("ETCD_FEATURE_GATES", "CompactHashCheck=true,InitialCorruptCheck=true")];
  }
  return [
    envValue("ETCD_EXPERIMENTAL_INITIAL_CORRUPT_CHECK", "true"),
    envValue("ETCD_EXPERIMENTAL_COMPACT_HASH_CHECK_ENABLED", "true"),
  ];
}

/** The 5 of `v3.5.25` or `3.5.25-r1`; 0 for a tag that names no version of etcd 3. */
function minorVersion(tag: string): number {
  return Number(/^v?3\.(\d+)/.exec(tag)?.[1] ?? 0);
}
