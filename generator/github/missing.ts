import { REVIEW } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import type { PullRequestDraft } from "./publish.ts";
import type { Pull } from "./pull.ts";
import { list } from "./shape.ts";

/** What a pull request shall have around its text and does not have yet. */
export interface Missing {
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly assignees: readonly string[];
  readonly autoMerge: PullRequestDraft["autoMerge"];
}

/**
 * Labels are given last, so that one that has them all was completed once: what a person took away since, a reviewer or
 * auto-merge, stays away. Without any labels to go by, only people are looked at again.
 */
export async function missingOf(github: GitHub, pull: Pull, draft: PullRequestDraft, isNew: boolean): Promise<Missing> {
  const labels = without(draft.labels, pull.labels);
  const isUnfinished = isNew || labels.length > 0;
  const autoMerge = isUnfinished && !pull.hasAutoMerge ? draft.autoMerge : "off";
  if (!isUnfinished && draft.labels.length > 0) return { labels, autoMerge, reviewers: [], teamReviewers: [], assignees: [] };
  return {
    labels,
    autoMerge,
    ...(await missingReviewers(github, pull, draft, isNew)),
    assignees: without(draft.assignees, pull.assignees),
  };
}

/** Who has reviewed is no longer among those who are asked, and must not be asked again. GitHub does not ask the author. */
async function missingReviewers(
  github: GitHub,
  pull: Pull,
  draft: PullRequestDraft,
  isNew: boolean,
): Promise<Pick<Missing, "reviewers" | "teamReviewers">> {
  const reviewers = without(draft.reviewers, [...pull.reviewers, pull.author]);
  const teamReviewers = without(draft.teamReviewers, pull.teamReviewers);
  if (isNew || reviewers.length + teamReviewers.length === 0) return { reviewers, teamReviewers };
  const done = await reviewersSoFar(github, pull);
  // A team's review is by one of its members, whom the answer does not tell from others.
  return { reviewers: without(reviewers, done), teamReviewers: done.length > 0 ? [] : teamReviewers };
}

async function reviewersSoFar(github: GitHub, pull: Pull): Promise<readonly string[]> {
  const call = github.rest.pulls.listReviews({ ...github.repository, pull_number: pull.number, per_page: 100 });
  const reviews = await answer(call, list(REVIEW));
  return reviews.map(({ user }) => user?.login ?? "").filter((login) => login !== "");
}

/** Users, teams and labels are the same in upper and lower case. */
export function without(wanted: readonly string[], there: readonly string[]): readonly string[] {
  const known = new Set(there.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !known.has(name.toLowerCase()));
}
