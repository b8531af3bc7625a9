import { pullRequestInList } from "../resources/pull-request.ts";
import { team } from "../resources/team.ts";
import { user } from "../resources/user.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { unprocessable } from "../server/refusal.ts";
import { requirePull, requireSettledPull } from "../server/require.ts";
import type { State } from "../state/state.ts";

export const reviewerRoutes: Routes = {
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": read,
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": request,
};

function read(call: Call): Answer {
  const { state, site } = call;
  const { reviewers, teamReviewers } = requirePull(call);
  return ok({
    users: reviewers.map((login) => user(site, login)),
    teams: teamReviewers.map((slug) => team(site, state.owner, slug)),
  });
}

/** All of them or none: one who cannot review makes GitHub refuse the whole request. */
function request(call: Call): Answer {
  const { state, site, body } = call;
  const pull = requireSettledPull(call);
  const { reviewers = [], team_reviewers: teams = [] } = body as { reviewers?: string[]; team_reviewers?: string[] };
  if (reviewers.includes(pull.author)) throw unprocessable("Review cannot be requested from pull request author.");
  if (!canReview(state, reviewers, teams)) throw unprocessable(notCollaborators(state));
  pull.reviewers = [...new Set([...pull.reviewers, ...reviewers])];
  pull.teamReviewers = [...new Set([...pull.teamReviewers, ...teams])];
  return created(pullRequestInList(state, site, pull));
}

function canReview(state: State, reviewers: readonly string[], teams: readonly string[]): boolean {
  return reviewers.every((login) => state.collaborators.includes(login)) && teams.every((slug) => state.teams.includes(slug));
}

function notCollaborators({ owner, repo }: State): string {
  return `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${owner}/${repo} repository.`;
}
