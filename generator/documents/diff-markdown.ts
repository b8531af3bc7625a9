import Handlebars from "handlebars";
import { type Droppable, dropOrder, leftOut, type MarkdownEnvironment, neededDrops } from "./diff-budget.ts";
import { diagramLabel, escapeMarkdown, fenced } from "./diff-escape.ts";
import { fieldPatch } from "./diff-fields.ts";
import {
  type DiffGroup,
  type DiffReason,
  type DiffValues,
  type DiffWave,
  fewOf,
  groupObjects,
  workloadWords,
} from "./diff-values.ts";

const LONGEST_VALUE = 1_000;
const NAMES_OF_A_GROUP = 8;
const NAMES_OF_A_REASON = 3;

/**
 * The difference for the body of a pull request, in no more characters than the budget. What does not fit is left out, the least
 * important first, and the text says so.
 */
export function diffMarkdown(values: DiffValues, budget: number): string {
  const environments = values.environments.map((environment) => ({
    ...environment,
    groups: groupObjects(environment.objects),
  }));
  const order = dropOrder(environments);
  const render = (count: number) => body(values, environments, new Set(order.slice(0, count)));
  const count = neededDrops(order.length, (dropped) => render(dropped).length <= budget);
  return render(count).slice(0, budget);
}

/** Only this constant text is compiled; values come escaped. */
const template = Handlebars.compile(
  `## Changes in the clusters

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
{{#if steps}}

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
{{/if}}
{{#each groups}}

<details>
<summary>{{title}}</summary>

{{patch}}

</details>
{{/each}}
{{/each}}
{{#if left}}

Left out to keep this short: {{left}}. \`npm run diff\` shows all.
{{/if}}
`,
  { strict: true, noEscape: true, knownHelpersOnly: true },
);

function body(values: DiffValues, all: readonly MarkdownEnvironment[], dropped: ReadonlySet<Droppable>): string {
  const environments = all.filter((environment) => !dropped.has(environment));
  return template({
    from: escapeMarkdown(values.from),
    to: escapeMarkdown(values.to),
    environments: environments.map((environment, index) => environmentView(environment, index, dropped)),
    same: escapeMarkdown(fewOf(values.unchanged, NAMES_OF_A_GROUP)),
    left: leftOut(all, dropped) ?? "",
  });
}

function environmentView(environment: MarkdownEnvironment, index: number, dropped: ReadonlySet<Droppable>) {
  const { name, status, risk, counts, rollOut } = environment;
  const reasons = environment.reasons.filter((reason) => !dropped.has(reason));
  const groups = environment.groups.filter((group) => !dropped.has(group));
  const waves = dropped.has(rollOut) ? [] : rollOut;
  const title = status === "changed" ? `${name}: ${risk}` : `${name}, ${status}: ${risk}`;
  return {
    name: escapeMarkdown(name),
    title: reasons.length + groups.length + waves.length === 0 ? "" : escapeMarkdown(title),
    risk,
    counts,
    reasons: reasons.map(reasonView),
    steps: waves.map((wave, step) => stepView(wave, `e${index}w${step}`, waves[step + 1] && `e${index}w${step + 1}`)),
    groups: groups.map(groupView),
  };
}

function reasonView({ risk, message, objects }: DiffReason) {
  return { risk, message: escapeMarkdown(message), objects: escapeMarkdown(fewOf(objects, NAMES_OF_A_REASON)) };
}

function stepView({ wave, workloads }: DiffWave, id: string, next = "") {
  const label = workloads.map(({ name }) => diagramLabel(name)).join("<br>");
  const words = workloads.map((workload) => `${workload.name}: ${workloadWords(workload)}`).join("; ");
  return { id, next, label, words: escapeMarkdown(`Wave ${wave}: ${words}`) };
}

function groupView({ change, risk, names, fields }: DiffGroup) {
  const lines = fields.flatMap((field) => fieldPatch(field, LONGEST_VALUE));
  const sign = change === "removed" ? "-" : "+";
  return {
    title: escapeMarkdown(`${change} ${fewOf(names, NAMES_OF_A_GROUP)} (${risk})`),
    patch: fenced("diff", lines.length > 0 ? lines : names.map((name) => `${sign} ${name}`)),
  };
}
