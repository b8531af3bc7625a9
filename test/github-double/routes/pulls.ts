import { contains } from "../git/history.ts";
import { commit } from "../resources/commit.ts";
import { pullRequest, pullRequestInList } from "../resources/pull-request.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { page } from "../server/pages.ts";
import { invalid } from "../server/refusal.ts";
import { requirePull } from "../server/require.ts";
import { nextId, now } from "../state/clock.ts";
import { closePull, settle } from "../state/closing.ts";
import { commitsOf, openPulls } from "../state/pulls.ts";
import { branchHead } from "../state/refs.ts";
import type { PullRequest, State } from "../state/state.ts";

export const pullRoutes: Routes = {
  "GET /repos/{owner}/{repo}/pulls": list,
  "POST /repos/{owner}/{repo}/pulls": create,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": (call) => ok(pullRequest(call.state, call.site, requirePull(call))),
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": update,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": commits,
};

const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;

function list(call: Call): Answer {
  const { state, site, query } = call;
  const wanted = { state: query.get("state") ?? "open", head: query.get("head"), base: query.get("base") };
  const found = [...state.pulls.values()].filter((pull) => isWanted(state, pull, wanted));
  const ordered = query.get("direction") === "asc" ? found : found.reverse();
  return page(call, ordered.filter(isListed), (pull) => pullRequestInList(state, site, pull));
}

interface Wanted {
  readonly state: string;
  readonly head: string | null;
  readonly base: string | null;
}

/** `head` without an owner is no filter: GitHub passes over it. */
function isWanted({ owner }: State, { branch, fork = owner, base, closed }: PullRequest, wanted: Wanted): boolean {
  const isOpen = closed === undefined;
  if (wanted.state !== "all" && isOpen !== (wanted.state === "open")) return false;
  if (wanted.base !== null && wanted.base !== base) return false;
  return wanted.head === null || !wanted.head.includes(":") || wanted.head === `${fork}:${branch}`;
}

function isListed(pull: PullRequest): boolean {
  if (pull.unlistedFor === 0) return true;
  pull.unlistedFor -= 1;
  return false;
}

function create(call: Call): Answer {
  const { state, site, actor, body } = call;
  const branch = body.head.replace(`${state.owner}:`, "");
  requireTexts(body);
  if (typeof body.title !== "string" || body.title === "")
    throw invalid("PullRequest", { code: "missing_field", field: "title" });
  requireBranches(state, branch, body.base);
  const pull = openPull(state, {
    branch,
    base: body.base,
    title: body.title,
    body: body.body ?? null,
    author: actor,
    isDraft: body.draft ?? false,
    fork: undefined,
  });
  return created(pullRequest(state, site, pull));
}

/** Opens a pull request, whatever stands against it. */
export function openPull(
  state: State,
  draft: Pick<PullRequest, "branch" | "base" | "title" | "body" | "author" | "isDraft" | "fork">,
): PullRequest {
  const at = now(state);
  const pull: PullRequest = {
    ...{ number: state.pulls.size + 1, id: nextId(state), ...draft, createdAt: at, updatedAt: at, closed: undefined },
    ...{ labels: [], reviewers: [], teamReviewers: [], assignees: [], approvals: 0, autoMerge: undefined },
    ...{ hiddenFor: state.lag.pullRequests, unlistedFor: state.lag.lists },
  };
  state.pulls.set(pull.number, pull);
  return pull;
}

function requireBranches(state: State, branch: string, base: string): void {
  const [head, target] = [branchHead(state, branch), branchHead(state, base)];
  if (head === undefined) throw invalid("PullRequest", { code: "invalid", field: "head" });
  if (target === undefined) throw invalid("PullRequest", { code: "invalid", field: "base" });
  if (openPulls(state, { branch, base }).length > 0) {
    throw invalid("PullRequest", { code: "custom", message: `A pull request already exists for ${state.owner}:${branch}.` });
  }
  if (contains(state.store, target, head)) {
    throw invalid("PullRequest", { code: "custom", message: `No commits between ${base} and ${branch}` });
  }
}

function update(call: Call): Answer {
  const { state, site, body } = call;
  const pull = requirePull(call);
  requireTexts(body);
  if (body.base !== undefined) requireBase(state, pull, body.base);
  setState(call, pull);
  const { title = pull.title, body: text = pull.body, base = pull.base } = body;
  Object.assign(pull, { title, body: text, base, updatedAt: now(state) });
  if (body.base !== undefined) settle(state, pull.branch, call.actor);
  return ok(pullRequest(state, site, pull));
}

function setState({ state, actor, body }: Call, pull: PullRequest): void {
  if (body.state === "open" && pull.closed !== undefined) reopen(state, pull);
  if (body.state === "closed" && pull.closed === undefined) closePull(state, pull, actor);
}

function requireTexts({ title, body }: { readonly title?: string; readonly body?: string }): void {
  if ((title ?? "").length > LONGEST_TITLE) throw tooLong("title", LONGEST_TITLE);
  if ((body ?? "").length > LONGEST_BODY) throw tooLong("body", LONGEST_BODY);
}

function tooLong(field: string, most: number): Error {
  return invalid("PullRequest", { code: "custom", field, message: `${field} is too long (maximum is ${most} characters)` });
}

function requireBase(state: State, { closed }: PullRequest, base: string): void {
  if (closed !== undefined)
    throw invalid("PullRequest", {
      code: "invalid",
      field: "base",
      message: "Cannot change the base branch of a closed pull request.",
    });
  if (branchHead(state, base) === undefined) throw invalid("PullRequest", { code: "invalid", field: "base" });
}

/** Only a branch that is there and stands where it stood, or after, can be opened again. */
function reopen(state: State, pull: PullRequest): void {
  const head = branchHead(state, pull.branch);
  const why = closedFor(state, pull, head);
  if (why !== undefined)
    throw invalid("PullRequest", { code: "invalid", field: "state", message: `state cannot be changed. ${why}` });
  pull.closed = undefined;
}

function closedFor(state: State, { branch, base, closed }: PullRequest, head: string | undefined): string | undefined {
  if (closed?.merge !== undefined) return "The pull request cannot be reopened.";
  if (head === undefined) return `The ${branch} branch has been deleted.`;
  if (contains(state.store, branchHead(state, base) ?? head, head)) return `There are no new commits on the ${branch} branch.`;
  if (!contains(state.store, head, closed?.head ?? head)) return `The ${branch} branch was force-pushed or recreated.`;
  if (openPulls(state, { branch, base }).length > 0) return `There is already an open pull request from ${branch} to ${base}.`;
  return undefined;
}

function commits(call: Call): Answer {
  return page(call, commitsOf(call.state, requirePull(call)).reverse(), (id) => commit(call.state, call.site, id));
}
