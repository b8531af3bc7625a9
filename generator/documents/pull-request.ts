import { type Cut, kept, withinBudget } from "./budget.ts";
import { fenced } from "./diff-escape.ts";
import { diffHeadline } from "./diff-headline.ts";
import { diffSection } from "./diff-section.ts";
import { environmentView } from "./diff-views.ts";
import { leftOutLine } from "./left-out.ts";
import { gatesAlert, intentOf } from "./pull-request-intent.ts";
import { pullRequestParts } from "./pull-request-parts.ts";
import { type Row, type Rows, rowsOf } from "./pull-request-rows.ts";
import type { PullRequestValues } from "./pull-request-values.ts";
import { template } from "./template.ts";

export { pullRequestTitle } from "./pull-request-title.ts";
export type { PullRequestValues } from "./pull-request-values.ts";
export { reviewComment } from "./review-comment.ts";

/**
 * The description of a pull request, in no more characters than the budget. What does not fit is left out, the least important
 * first, and the text says how much.
 */
export function pullRequestBody(values: PullRequestValues, budget: number): string {
  const environments = values.diff.environments.map(environmentView);
  const rows = rowsOf(values);
  const always = { alert: gatesAlert(values.gates), intent: intentOf(values), headline: diffHeadline(values.diff) };
  return withinBudget(pullRequestParts(environments, rows), budget, (cut) =>
    body({ ...always, ...keptRows(rows, cut), left: leftOutLine(cut), diff: diffSection(values.diff, environments, cut) }),
  );
}

interface BodyView {
  readonly alert: string;
  readonly intent: string;
  readonly fields: readonly Row[];
  readonly headline: string;
  readonly left: string;
  readonly diff: string;
  readonly gates: readonly Row[];
  readonly warnings: readonly Row[];
  readonly undo: readonly string[];
  readonly command: readonly Row[];
}

function keptRows({ fields, gates, warnings, undo, command }: Rows, cut: Cut) {
  return {
    fields: kept(fields, cut),
    gates: kept(gates, cut),
    warnings: kept(warnings, cut),
    undo: undoBlocks(kept(undo, cut)),
    command: kept([command], cut),
  };
}

/** Sentences, and commands that follow each other in one block of code. */
function undoBlocks(steps: Rows["undo"]): string[] {
  const blocks: { readonly isCommand: boolean; readonly lines: string[] }[] = [];
  for (const { isCommand, text } of steps) {
    const last = blocks.at(-1);
    if (isCommand && last?.isCommand === true) last.lines.push(text);
    else blocks.push({ isCommand, lines: [text] });
  }
  return blocks.map(({ isCommand, lines }) => (isCommand ? fenced("sh", lines) : lines.join("\n")));
}

/** Only this constant text is compiled; values come escaped. */
const body = template<BodyView>(`{{#if alert}}
{{alert}}

{{/if}}
{{intent}}
{{#if fields}}

| Field | Before | After |
| --- | --- | --- |
{{#each fields}}
{{text}}
{{/each}}
{{/if}}

{{headline}}
{{#if left}}

{{left}}
{{/if}}

{{diff}}
{{#if gates}}

## Gates

| | Gate | State | What was found |
| --- | --- | --- | --- |
{{#each gates}}
{{text}}
{{/each}}
{{/if}}
{{#if warnings}}

## Warnings

{{#each warnings}}
{{text}}
{{/each}}
{{/if}}
{{#if undo}}

## How to undo it
{{#each undo}}

{{this}}
{{/each}}
{{/if}}
{{#each command}}

## How it was made

{{text}}
{{/each}}
`);
