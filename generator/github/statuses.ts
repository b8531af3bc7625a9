import { CHECK_RUNS, CREATED_STATUS, STATUSES } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { allPages } from "./pages.ts";

export interface Status {
  readonly context: string;
  readonly state: "success" | "pending" | "failure" | "error";
  /** GitHub shows 140 characters; the rest is cut. */
  readonly description: string;
}

type CheckState = "success" | "pending" | "failure";

const MOST_CHARACTERS = 140;

/** Posts the statuses that the commit does not have in this form; returns how many. */
export async function postStatuses(github: GitHub, sha: string, statuses: readonly Status[]): Promise<number> {
  const there = new Map((await statusesOf(github, sha)).map((status) => [status.context, status]));
  const wanted = statuses.map((status) => ({ ...status, description: cut(status.description) }));
  const changed = wanted.filter(({ context, state, description }) => {
    const known = there.get(context);
    return known?.state !== state || (known.description ?? "") !== description;
  });
  for (const status of changed) {
    await answer(github.rest.repos.createCommitStatus({ ...github.repository, sha, ...status }), CREATED_STATUS);
  }
  return changed.length;
}

/** Check runs and statuses by their name. Of two with one name the worse counts. */
export async function checksOf(github: GitHub, sha: string): Promise<ReadonlyMap<string, CheckState>> {
  const runs = await allPages(
    (window) => github.rest.checks.listForRef({ ...github.repository, ref: sha, ...window }),
    CHECK_RUNS,
  );
  const states = [
    ...runs.flatMap(({ check_runs }) => check_runs).map((run) => [run.name, stateOfRun(run)] as const),
    ...(await statusesOf(github, sha)).map(({ context, state }) => [context, stateOfStatus(state)] as const),
  ];
  const checks = new Map<string, CheckState>();
  for (const [name, state] of states) checks.set(name, worse(checks.get(name) ?? "success", state));
  return checks;
}

/** The newest status of each context. */
export async function statusesOf(github: GitHub, sha: string) {
  const pages = await allPages(
    (window) => github.rest.repos.getCombinedStatusForRef({ ...github.repository, ref: sha, ...window }),
    STATUSES,
  );
  return pages.flatMap(({ statuses }) => statuses);
}

/** Branch protection takes neutral and skipped runs for passed too. */
function stateOfRun({
  status,
  conclusion,
}: {
  readonly status: string;
  readonly conclusion?: string | null | undefined;
}): CheckState {
  if (status !== "completed") return "pending";
  return ["success", "neutral", "skipped"].includes(conclusion ?? "") ? "success" : "failure";
}

function stateOfStatus(state: string): CheckState {
  return state === "success" || state === "pending" ? state : "failure";
}

function worse(a: CheckState, b: CheckState): CheckState {
  const order: readonly CheckState[] = ["success", "pending", "failure"];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

function cut(description: string): string {
  const characters = [...description];
  return characters.length <= MOST_CHARACTERS ? description : `${characters.slice(0, MOST_CHARACTERS - 1).join("")}…`;
}
