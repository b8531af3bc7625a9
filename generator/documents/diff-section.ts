import { type Cut, kept } from "./budget.ts";
import { clipped } from "./clipped.ts";
import { escapeMarkdown } from "./diff-escape.ts";
import { type DiffValues, fewOf } from "./diff-values.ts";
import type { EnvironmentView } from "./diff-views.ts";
import { template } from "./template.ts";

const MOST_NAMES = 8;
const LONGEST_TEXT = 300;

/** The difference as a section: a table of environments, and for each its reasons, its roll-out and its objects. */
export function diffSection({ from, to, unchanged }: DiffValues, environments: readonly EnvironmentView[], cut: Cut): string {
  return section({
    from: escapeMarkdown(clipped(from, LONGEST_TEXT)),
    to: escapeMarkdown(clipped(to, LONGEST_TEXT)),
    environments: kept(environments, cut).map((environment) => shortened(environment, cut)),
    same: escapeMarkdown(clipped(fewOf(unchanged, MOST_NAMES), LONGEST_TEXT)),
  }).trimEnd();
}

/** Without a title where nothing would stand under it. */
function shortened(environment: EnvironmentView, cut: Cut): EnvironmentView {
  const [reasons, rollOuts, groups] = [
    kept(environment.reasons, cut),
    kept(environment.rollOuts, cut),
    kept(environment.groups, cut),
  ];
  const title = reasons.length + rollOuts.length + groups.length === 0 ? "" : environment.title;
  return { ...environment, title, reasons, rollOuts, groups };
}

interface SectionView {
  readonly from: string;
  readonly to: string;
  readonly environments: readonly EnvironmentView[];
  readonly same: string;
}

const section = template<SectionView>(`## Changes in the clusters

From {{from}} to {{to}}.
{{#if environments}}

| Environment | Risk | Added | Changed | Removed | Pods that restart |
| --- | --- | ---: | ---: | ---: | ---: |
{{#each environments}}
| {{name}} | **{{risk}}** | {{counts.added}} | {{counts.changed}} | {{counts.removed}} | {{counts.restarts}} |
{{/each}}
{{/if}}
{{#if same}}

No object differs in {{same}}.
{{/if}}
{{#each environments}}
{{#if title}}

### {{title}}
{{/if}}
{{#if reasons}}

{{#each reasons}}
- **{{risk}}** {{message}} ({{objects}})
{{/each}}
{{/if}}
{{#each rollOuts}}

Argo CD rolls this out one step after the other, and waits until all of a step is healthy.

\`\`\`mermaid
flowchart LR
{{#each steps}}
  {{id}}["{{label}}"]{{#if next}} --> {{next}}{{/if}}
{{/each}}
\`\`\`

{{#each steps}}
- {{words}}
{{/each}}
{{/each}}
{{#each groups}}

<details>
<summary>{{title}}</summary>

{{patch}}

</details>
{{/each}}
{{/each}}
`);
