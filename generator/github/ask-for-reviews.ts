import { PULL } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import type { Pull } from "./pull.ts";
import { refusable } from "./refusable.ts";

export interface Reviewers {
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
}

/** GitHub asks all or none; when it refuses, everybody is asked alone, so that one who cannot be asked is not in the way of the others. */
export async function askForReviews(github: GitHub, pull: Pull, people: Reviewers): Promise<readonly string[]> {
  const warnings = await ask(github, pull, people);
  const alone = onePerCall(people);
  if (warnings.length === 0 || alone.length === 1) return warnings;
  const each: string[] = [];
  for (const one of alone) each.push(...(await ask(github, pull, one)));
  return each;
}

function ask(github: GitHub, { number }: Pull, { reviewers, teamReviewers }: Reviewers): Promise<readonly string[]> {
  const request = { reviewers: [...reviewers], team_reviewers: [...teamReviewers] };
  const place = { ...github.repository, pull_number: number };
  return refusable(github, `#${number} has no review request for ${[...reviewers, ...teamReviewers].join(", ")}`, () =>
    answer(github.rest.pulls.requestReviewers({ ...place, ...request }), PULL),
  );
}

function onePerCall({ reviewers, teamReviewers }: Reviewers): readonly Reviewers[] {
  return [
    ...reviewers.map((reviewer) => ({ reviewers: [reviewer], teamReviewers: [] })),
    ...teamReviewers.map((team) => ({ reviewers: [], teamReviewers: [team] })),
  ];
}
