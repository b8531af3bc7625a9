/**
 * Argo CD makes the object anew with every sync of the whole Application, and waits for it in its wave (Argo CD docs, Resource
 * Hooks). A Job without it could never change, because Kubernetes takes no other pod template for one that exists.
 */
export function hookAnnotations(hook: "Sync" | "PostSync") {
  return { "argocd.argoproj.io/hook": hook, "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation" };
}
