import { MOUNT } from "./env.ts";

export const CONTAINER = "etcd";

/** Beside the data folder, so that no member reads it. */
const SNAPSHOT = `${MOUNT}/velero.db`;

/** Velero gives up after the timeout and leaves the program running, so etcdctl ends a minute before. */
const LONGEST_SAVE = "9m";
const TIMEOUT = "10m";

/**
 * Each member saves itself before Velero copies its volume. The new file takes the old one's place only when it is complete (etcd
 * client/v3/snapshot), and variables tell etcdctl where an encrypted member listens. Velero runs the command without a shell.
 * `Fail` must be said: without it Velero goes on as if nothing had failed (velero internal/hook/item_hook_handler.go).
 */
export const VELERO_HOOK: Readonly<Record<string, string>> = {
  "pre.hook.backup.velero.io/command": JSON.stringify([
    "/usr/local/bin/etcdctl",
    `--command-timeout=${LONGEST_SAVE}`,
    "snapshot",
    "save",
    SNAPSHOT,
  ]),
  "pre.hook.backup.velero.io/container": CONTAINER,
  "pre.hook.backup.velero.io/on-error": "Fail",
  "pre.hook.backup.velero.io/timeout": TIMEOUT,
};
