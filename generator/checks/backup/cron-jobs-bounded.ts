import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";

/** Kubernetes lets runs overlap, and waits for one without end, unless it is told otherwise. */
export const cronJobsBounded: Invariant<EnvironmentTree> = {
  name: "cron-jobs-bounded",
  code: "E_RANGE",
  severity: "error",
  reason: "A run that hangs is joined by the next, and the next, until they take what the servers need.",
  remedy: "Set concurrencyPolicy: Forbid, and activeDeadlineSeconds in jobTemplate.spec.",
  find: inObjects("CronJob", ({ spec }) => {
    const { concurrencyPolicy = "Allow", jobTemplate } = readAs<CronJobSpec>(spec, SHAPE) ?? {};
    return [
      ...(concurrencyPolicy === "Allow" ? ["A run may begin while the one before still goes on."] : []),
      ...(jobTemplate?.spec?.activeDeadlineSeconds === undefined ? ["A run may go on for ever."] : []),
    ];
  }),
};

interface CronJobSpec {
  readonly concurrencyPolicy?: string;
  readonly jobTemplate?: { readonly spec?: { readonly activeDeadlineSeconds?: number } };
}

const SHAPE = { concurrencyPolicy: "text", jobTemplate: { spec: { activeDeadlineSeconds: "number" } } } as const;
