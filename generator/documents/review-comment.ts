import { withinBudget } from "./budget.ts";
import { diffHeadline } from "./diff-headline.ts";
import { diffSection } from "./diff-section.ts";
import type { DiffValues } from "./diff-values.ts";
import { environmentParts, environmentView, innerParts } from "./diff-views.ts";
import { leftOutLine } from "./left-out.ts";
import { paragraphs } from "./paragraphs.ts";

/**
 * The comment on a pull request that a person made: what it changes in the clusters, in no more characters than the budget. The
 * marker by which the comment is found again is the caller's.
 */
export function reviewComment(diff: DiffValues, budget: number): string {
  const environments = diff.environments.map(environmentView);
  const parts = [...innerParts(environments), ...environmentParts(environments)];
  const headline = diffHeadline(diff);
  return withinBudget(parts, budget, (cut) => paragraphs([headline, leftOutLine(cut), diffSection(diff, environments, cut)]));
}
