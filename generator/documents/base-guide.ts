import { markdown, markdownHeader } from "./markdown.ts";

/** `base/README.md`: what the folders are. */
export const baseGuide = markdown<{
  units: readonly { readonly path: string; readonly kinds: string }[];
}>(`${markdownHeader("gitops.yaml")}
# Base

What environments share, with the careful settings of the \`production\` profile. Nothing here names an environment, and no change
to one reaches another through this folder. An environment takes the folders that it runs and patches what differs.

| Folder | Holds |
| --- | --- |
{{#each units}}
| [{{path}}]({{path}}) | {{kinds}} |
{{/each}}
`);
