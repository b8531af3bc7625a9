import { withinBudget } from "./budget.ts";
import { diffSection } from "./diff-section.ts";
import type { DiffValues } from "./diff-values.ts";
import { environmentParts, environmentView, innerParts } from "./diff-views.ts";
import { paragraphs } from "./paragraphs.ts";

/**
 * The difference as Markdown, in no more characters than the budget. What does not fit is left out, the least important first, and
 * the text says so.
 */
export function diffMarkdown(values: DiffValues, budget: number): string {
  const environments = values.environments.map(environmentView);
  const parts = [...innerParts(environments), ...environmentParts(environments)];
  return withinBudget(parts, budget, (cut) => paragraphs([diffSection(values, environments, cut), leftOutLine(cut.left)]));
}

function leftOutLine(left: string): string {
  return left === "" ? "" : `Left out to keep this short: ${left}. \`npm run diff\` shows all.`;
}
