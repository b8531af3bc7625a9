import { escapeMarkdown } from "./diff-escape.ts";
import { type DriftStep, fieldsDiffer, NO_ORDER, promoteCommand } from "./drift-values.ts";
import { template } from "./template.ts";

/** GitHub takes 1 MiB as the summary of a step; 64 environments with rows of this number stay below. */
const MOST_FIELDS = 30;

/** The drift between environments for the summary of a job. */
export function driftMarkdown(steps: readonly DriftStep[]): string {
  return report({ none: steps.length === 0 ? NO_ORDER : "", steps: steps.map(stepView) });
}

function stepView(step: DriftStep) {
  const { from, to, fields } = step;
  return {
    from: escapeMarkdown(from),
    to: escapeMarkdown(to),
    count: fields.length === 0 ? "nothing differs" : fieldsDiffer(step),
    fields: fields.slice(0, MOST_FIELDS).map(({ path, ahead, behind }) => ({
      path: escapeMarkdown(path),
      ahead: escapeMarkdown(ahead),
      behind: escapeMarkdown(behind),
    })),
    left: fields.length > MOST_FIELDS ? `${fields.length - MOST_FIELDS} more; \`npm run drift\` shows all.` : "",
    command: promoteCommand(step),
  };
}

interface ReportView {
  readonly none: string;
  readonly steps: readonly ReturnType<typeof stepView>[];
}

const report = template<ReportView>(`## What is not promoted yet
{{#if none}}

{{none}}
{{/if}}
{{#each steps}}

### {{from}} to {{to}}: {{count}}
{{#if fields}}

| Field | {{from}} | {{to}} |
| --- | --- | --- |
{{#each fields}}
| {{path}} | {{ahead}} | {{behind}} |
{{/each}}
{{#if left}}

{{left}}
{{/if}}

\`{{command}}\` proposes it; so does the workflow \`promote\`.
{{/if}}
{{/each}}
`);
