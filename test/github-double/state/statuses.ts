import type { CheckRun, CommitStatus, State } from "./state.ts";

/** The newest status of each context, newest first. */
export function newestStatuses(state: State, sha: string): CommitStatus[] {
  return newest(
    state.statuses.filter((status) => status.sha === sha),
    ({ context }) => context,
  );
}

/** The newest run of each check, newest first. */
export function newestCheckRuns(state: State, sha: string): CheckRun[] {
  return newest(
    state.checkRuns.filter((run) => run.sha === sha),
    ({ name }) => name,
  );
}

/** One word for all statuses of a commit, as GitHub sums them up: none is pending. */
export function combinedState(statuses: readonly CommitStatus[]): "failure" | "pending" | "success" {
  if (statuses.some(({ state }) => state === "failure" || state === "error")) return "failure";
  return statuses.length === 0 || statuses.some(({ state }) => state === "pending") ? "pending" : "success";
}

export function isPassed(state: State, sha: string, name: string): boolean {
  const status = newestStatuses(state, sha).find(({ context }) => context === name);
  const run = newestCheckRuns(state, sha).find((one) => one.name === name);
  return status?.state === "success" || ["success", "neutral", "skipped"].includes(run?.conclusion ?? "");
}

/** Something has failed or has not ended. */
export function isUnstable(state: State, sha: string): boolean {
  const statuses = newestStatuses(state, sha);
  return (
    newestCheckRuns(state, sha).some(({ name }) => !isPassed(state, sha, name)) ||
    statuses.some(({ state: one }) => one !== "success")
  );
}

function newest<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of [...items].reverse()) if (!byKey.has(key(item))) byKey.set(key(item), item);
  return [...byKey.values()];
}
