import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";

export const jobEnds: Invariant<EnvironmentTree> = {
  name: "job-ends",
  code: "E_RANGE",
  severity: "error",
  reason: "A sync waits for a Job, and one that never ends keeps all later changes away.",
  remedy: "Give it activeDeadlineSeconds.",
  find: inObjects("Job", ({ spec }) => {
    const { activeDeadlineSeconds } = readAs<{ activeDeadlineSeconds?: number }>(spec, SPEC) ?? {};
    return activeDeadlineSeconds === undefined ? ["It may run for ever."] : [];
  }),
};

const SPEC = { activeDeadlineSeconds: "number" } as const;

/** Kubernetes takes no other pod template for a Job that exists; without a policy, a hook is deleted before it is made again. */
export const jobCanChange: Invariant<EnvironmentTree> = {
  name: "job-can-change",
  code: "E_OBJECT",
  severity: "error",
  reason: "The API server refuses the next change of it, such as another image, and with it the sync.",
  remedy: "Annotate it argocd.argoproj.io/hook: Sync and argocd.argoproj.io/hook-delete-policy: BeforeHookCreation.",
  find: inObjects("Job", (job) => {
    const hook = annotation(job, "argocd.argoproj.io/hook");
    if (hook === undefined) return ["It is no hook of Argo CD."];
    const policy = annotation(job, "argocd.argoproj.io/hook-delete-policy");
    return policy === undefined || policy.includes("BeforeHookCreation") ? [] : [`A failed one stays (${policy}).`];
  }),
};

function annotation({ metadata }: KubernetesObject, name: string): string | undefined {
  return metadata.annotations?.[name];
}
