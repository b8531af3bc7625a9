import type { EnvVar } from "../../kubernetes/env.ts";
import { configure } from "./configure.ts";
import { podEnv, settings } from "./env.ts";
import { toolJvm } from "./jvm.ts";
import { ZOOKEEPER_ADDRESS } from "./names.ts";
import { script } from "./script.ts";

/** Where bookies keep their cluster's metadata, by the driver of BookKeeper itself: every version of Pulsar has it. */
export const METADATA_SERVICE = { metadataServiceUri: `zk+hierarchical://${ZOOKEEPER_ADDRESS}/ledgers` };

/** Succeeds only when the cluster of bookies has its identity. It hangs while ZooKeeper is away, hence the limit. */
const IS_INITIALISED = "timeout 60 bin/bookkeeper shell whatisinstanceid";

/** Waits until the first bookie has given the cluster its identity. */
export const WAIT_FOR_BOOKKEEPER = script(...configure("bookkeeper"), `until ${IS_INITIALISED}; do`, "  sleep 3", "done");

/**
 * Gives a new cluster of bookies its identity; the first bookie does, the others wait. Not a Job, which Kubernetes never lets
 * change, nor a hook, which a selective sync leaves out. `initnewcluster` is one transaction and refuses where `/ledgers` exists
 * (measured with Pulsar 2.10, 3.3 and 4.0), so neither a lost answer nor a second attempt can harm. Nothing here formats a bookie
 * or drops its cookie: a bookie whose identity is not the cluster's must stop and be looked at.
 */
export const INITIALISE_BOOKKEEPER = script(
  ...configure("bookkeeper"),
  `until ${IS_INITIALISED}; do`,
  '  if [ "${POD_NAME##*-}" = 0 ]; then',
  "    timeout 60 bin/bookkeeper shell initnewcluster || true",
  "  fi",
  "  sleep 3",
  "done",
);

/** What both scripts read. */
export function bookkeeperToolEnv(): EnvVar[] {
  return [...podEnv(), ...toolJvm("BOOKIE"), ...settings(METADATA_SERVICE)];
}
