import { markdown, markdownHeader } from "./markdown.ts";

/** `overlays/README.md`: which environments there are, and what a person edits. */
export const overlaysGuide = markdown<{ environments: readonly { readonly name: string }[] }>(`${markdownHeader("gitops.yaml")}
# Environments

{{#each environments}}
- [{{name}}]({{name}}/README.md)
{{/each}}

A folder here is an environment. You write two things in it:

- \`environment.yaml\`: what the environment is. Change it, run \`npm run generate\`, commit both. Everything else in the folder
  is generated from it; an edit there is refused with its difference.
- \`custom/\`, if you like: resources and patches of your own with a \`kustomization.yaml\` of \`kind: Component\`, whose patches
  reach every object of the environment. It is included last and never touched.

\`kubectl kustomize overlays/<environment>\` prints what Argo CD applies. A patch, \`*.patch.yaml\`, holds only what differs from
[base](../base/README.md). A new environment is a new folder with an \`environment.yaml\`.
`);
