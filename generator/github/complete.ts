import { ISSUE, LABELS } from "./answers.ts";
import { askForReviews } from "./ask-for-reviews.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { mergeAlone, turnIntoDraft } from "./merge-alone.ts";
import { type Missing, missingOf, without } from "./missing.ts";
import type { PullRequestDraft } from "./publish.ts";
import type { Pull } from "./pull.ts";
import { refusable } from "./refusable.ts";

export interface Completed {
  readonly isChanged: boolean;
  readonly warnings: readonly string[];
}

/** Gives what GitHub refused. A pull request is worth having without any of it, so that refusals are warnings. */
type Step = () => Promise<readonly string[]>;

/** Gives the pull request what is around its text. `moved`: its branch has other contents than before. */
export async function complete(
  github: GitHub,
  pull: Pull,
  draft: PullRequestDraft,
  moment: "new" | "moved" | "seen",
): Promise<Completed> {
  const missing = await missingOf(github, pull, draft, moment === "new");
  const steps = stepsFor(github, pull, missing);
  if (moment === "moved" && draft.isDraft && !pull.isDraft) steps.unshift(() => turnIntoDraft(github, pull));
  const warnings: string[] = [];
  for (const step of steps) warnings.push(...(await step()));
  return { isChanged: steps.length > 0, warnings };
}

function stepsFor(github: GitHub, pull: Pull, missing: Missing): Step[] {
  const { autoMerge, reviewers, teamReviewers, assignees, labels } = missing;
  const steps: Step[] = [];
  if (autoMerge !== "off") steps.push(() => mergeAlone(github, pull, autoMerge));
  if (reviewers.length + teamReviewers.length > 0) steps.push(() => askForReviews(github, pull, { reviewers, teamReviewers }));
  if (assignees.length > 0) steps.push(() => assign(github, pull, assignees));
  if (labels.length > 0) steps.push(() => label(github, pull, labels));
  return steps;
}

/** GitHub leaves out who cannot be assigned, without a word. */
async function assign(github: GitHub, { number }: Pull, wanted: readonly string[]): Promise<readonly string[]> {
  const issue = { ...github.repository, issue_number: number, assignees: [...wanted] };
  let there: readonly string[] = wanted;
  const warnings = await refusable(github, `#${number} is not assigned to ${wanted.join(", ")}`, async () => {
    const { assignees } = await answer(github.rest.issues.addAssignees(issue), ISSUE);
    there = (assignees ?? []).map(({ login }) => login);
  });
  const ignored = without(wanted, there);
  return ignored.length === 0
    ? warnings
    : [`#${number} is not assigned to ${ignored.join(", ")}, who cannot be assigned here.`];
}

function label(github: GitHub, { number }: Pull, labels: readonly string[]): Promise<readonly string[]> {
  const issue = { ...github.repository, issue_number: number, labels: [...labels] };
  return refusable(github, `#${number} does not have the labels ${labels.join(", ")}`, () =>
    answer(github.rest.issues.addLabels(issue), LABELS),
  );
}
