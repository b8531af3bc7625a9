import { markdown, markdownHeader } from "./markdown.ts";

/** One workload of an environment. */
export interface WorkloadRow {
  readonly name: string;
  /** `3`, or `2 to 8` where an autoscaler counts. */
  readonly pods: string;
  readonly wave: number;
  /** `10Gi standard`, one for each volume of a pod. */
  readonly volumes: readonly string[];
}

export interface EnvironmentValues {
  readonly name: string;
  readonly namespace: string;
  readonly cluster: string;
  /** Each once, so that a new version is one line. */
  readonly images: readonly string[];
  readonly workloads: readonly WorkloadRow[];
  /** Workloads that roll out together, in the order of their waves. */
  readonly steps: readonly { readonly id: string; readonly next: string; readonly names: readonly string[] }[];
  readonly secrets: readonly { readonly name: string; readonly keys: readonly string[] }[];
}

/** `overlays/<environment>/README.md`: what runs, in which order it rolls out, and which Secrets it wants. */
export function environmentGuide(values: EnvironmentValues): string {
  return `${markdownHeader(`overlays/${values.name}/environment.yaml`)}\n${body(values)}`;
}

const body = markdown<EnvironmentValues>(`# {{name}}

Namespace {{namespace}} of cluster {{cluster}}.

| Workload | Pods | Volumes of a pod | Wave |
| --- | --- | --- | --- |
{{#each workloads}}
| {{name}} | {{pods}} | {{#each volumes}}{{#unless @first}}, {{/unless}}{{this}}{{/each}} | {{wave}} |
{{/each}}

## Roll-out

Argo CD takes one step after the other, and waits until all of a step is healthy.

\`\`\`mermaid
flowchart LR
{{#each steps}}
  {{id}}["{{#each names}}{{#unless @first}}<br>{{/unless}}{{this}}{{/each}}"]{{#if next}} --> {{next}}{{/if}}
{{/each}}
\`\`\`

## Images

{{#each images}}
- {{this}}
{{/each}}

## Secrets

{{#each secrets}}
- {{name}}, with {{#each keys}}{{#unless @first}} and {{/unless}}{{this}}{{/each}}
{{else}}
None is needed.
{{/each}}
`);
