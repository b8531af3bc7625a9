import { repository, repositoryUrl } from "../resources/repository.ts";
import { checkRun, commitStatus, statusInSummary } from "../resources/status.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { page, pageOf } from "../server/pages.ts";
import { invalid, notFound } from "../server/refusal.ts";
import { parameter, requireCommit } from "../server/require.ts";
import { nextId, now } from "../state/clock.ts";
import { mergeIfReady } from "../state/closing.ts";
import { headOf, openPulls } from "../state/pulls.ts";
import { resolveCommit } from "../state/refs.ts";
import type { CommitStatus, State } from "../state/state.ts";
import { combinedState, newestCheckRuns, newestStatuses } from "../state/statuses.ts";

export const statusRoutes: Routes = {
  "GET /repos/{owner}/{repo}/commits/{ref}/status": summary,
  "GET /repos/{owner}/{repo}/commits/{ref}/statuses": list,
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": checkRuns,
  "POST /repos/{owner}/{repo}/statuses/{sha}": create,
};

const LONGEST_DESCRIPTION = 140;

function summary(call: Call): Answer {
  const { state, site } = call;
  const sha = requireRef(call);
  const statuses = newestStatuses(state, sha);
  const { size, number } = pageOf(call.query);
  const url = `${repositoryUrl(state, site)}/commits/${sha}`;
  return ok({
    ...{ state: combinedState(statuses), sha, total_count: statuses.length, repository: repository(state, site) },
    statuses: statuses.slice((number - 1) * size, number * size).map((one) => statusInSummary(state, site, one)),
    ...{ commit_url: url, url: `${url}/status` },
  });
}

function list(call: Call): Answer {
  const { state, site } = call;
  const sha = requireRef(call);
  const found = state.statuses.filter((one) => one.sha === sha).reverse();
  return page(call, found, (one) => commitStatus(state, site, one));
}

function checkRuns(call: Call): Answer {
  const { state, site, query } = call;
  const name = query.get("check_name");
  const runs = newestCheckRuns(state, requireRef(call)).filter((run) => name === null || run.name === name);
  const shown = page(call, runs, (run) => checkRun(state, site, run));
  return { ...shown, body: { total_count: runs.length, check_runs: shown.body } };
}

function create(call: Call): Answer {
  const { state, site, actor, body } = call;
  const sha = requireCommit(call, parameter(call, "sha"));
  const { context = "default", description = null, target_url: targetUrl = null } = body;
  if ((description ?? "").length > LONGEST_DESCRIPTION) {
    throw invalid("Status", {
      code: "custom",
      field: "description",
      message: `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`,
    });
  }
  const status = writeStatus(state, { sha, context, state: body.state, description, targetUrl, creator: actor });
  return created(commitStatus(state, site, status));
}

/** A status, and what waited for it. */
export function writeStatus(state: State, status: Omit<CommitStatus, "id" | "at">): CommitStatus {
  const one = { ...status, id: nextId(state), at: now(state) };
  state.statuses.push(one);
  mergeWaiting(state, status.sha);
  return one;
}

/** Merges what waits to be merged and stands at this commit. */
export function mergeWaiting(state: State, sha: string): void {
  for (const pull of openPulls(state, {})) if (headOf(state, pull) === sha) mergeIfReady(state, pull);
}

function requireRef(call: Call): string {
  const sha = resolveCommit(call.state, parameter(call, "ref"));
  if (sha === undefined) throw notFound();
  return sha;
}
