import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Namespaces of Kubernetes and of Argo CD hold what an environment must not be able to touch. */
export const namespace: Rule = ({ environment, platform }) => {
  const owner = ownerOf(environment.namespace, platform.argocd.namespace);
  if (owner === undefined) return [];
  return [
    error("namespace", "E_NAME", {
      message: `The namespace ${environment.namespace} belongs to ${owner}.`,
      reason: "The environment may write everything in its namespace.",
      remedy: `Use one of its own, or remove the line for milvus-${environment.name}.`,
    }),
  ];
};

function ownerOf(name: string, argocd: string): string | undefined {
  if (name === argocd) return "Argo CD";
  return name === "default" || name.startsWith("kube-") ? "Kubernetes" : undefined;
}
