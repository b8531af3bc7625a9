import { markdown, markdownHeader } from "./markdown.ts";

export interface AppsValues {
  /** Of Argo CD. */
  readonly namespace: string;
  /** By the name of the Application. */
  readonly addons: readonly { readonly application: string; readonly chart: string; readonly namespace: string }[];
  readonly environments: readonly { readonly name: string; readonly application: string }[];
  /** Whether Argo CD's notifications controller reports to GitHub. */
  readonly isReporting: boolean;
}

/** `apps/README.md`: what Argo CD is told, and how it is told for the first time. */
export const appsGuide = markdown<AppsValues>(`${markdownHeader("gitops.yaml")}
# Argo CD

One command against the cluster of Argo CD hands everything else to Git:

    kubectl apply --server-side -n {{namespace}} -f apps/root-project.yaml -f apps/root.yaml

From then on the Application \`milvus-root\` keeps this folder applied, and the Application of each environment its overlay.

| Environment | Application and project |
| --- | --- |
{{#each environments}}
| [{{name}}](../overlays/{{name}}/README.md) | [{{application}}]({{name}}) |
{{/each}}
{{#if addons}}

| Add-on | Chart | Namespace |
| --- | --- | --- |
{{#each addons}}
| {{application}} | {{chart}} | {{namespace}} |
{{/each}}
{{/if}}
{{#if isReporting}}

## Reports to GitHub

[notifications](notifications) is what Argo CD's notifications controller is told, so that it reports every sync to GitHub. The root does
not apply it. First put the App's three values into the Secret \`argocd-notifications-secret\`: without them the controller reports
nothing to anybody. Then, now and after each change of the folder:

    kubectl apply --server-side --field-manager milvus-gitops -k apps/notifications
{{/if}}
`);
