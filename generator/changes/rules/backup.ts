import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readMaps } from "../value.ts";
import { containerPairs } from "../workload.ts";
import { onChange, onRemoval, type Rule, when } from "./rule.ts";

/** Names alone tell what a CronJob is for: the generator's, and a person's that says so. */
const BACKUP = /\bbackup\b/;

export const backupRemoved: Rule = onRemoval((object) =>
  when(
    isBackup(object),
    "high",
    "It makes no backup any more. Those that are there stay, and nobody removes them as they grow old.",
  ),
);

/** Variables by which the jobs are told where to. */
const PLACE: ReadonlySet<string> = new Set(["ENDPOINT", "BUCKET", "FOLDER"]);

export const backupMoved: Rule = onChange(({ before, after }) => {
  if (!isBackup(after)) return [];
  const hasMoved = containerPairs(before, after).some((pair) => place(pair.before) !== place(pair.after));
  return when(
    hasMoved,
    "medium",
    "Backups go to another place. Those that are there stay, and nobody removes them as they grow old.",
  );
});

function isBackup({ kind, metadata }: KubernetesObject): boolean {
  return kind === "CronJob" && BACKUP.test(metadata.name);
}

function place(container: object): string {
  return readMaps(container, "env")
    .filter(({ name }) => PLACE.has(String(name)))
    .map(({ name, value }) => `${name}=${value}`)
    .join(" ");
}
