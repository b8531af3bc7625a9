import type { Invariant, RepositoryTree } from "../invariant.ts";
import { inJobs } from "./workflow.ts";

/** GitHub's own limit, in minutes. */
const NO_LIMIT = 360;

/** A job that calls a workflow has the limits of that one. */
export const jobsTimeOut: Invariant<RepositoryTree> = {
  name: "jobs-time-out",
  code: "E_RANGE",
  severity: "error",
  reason: "A job that hangs holds a runner for six hours.",
  remedy: "Set timeout-minutes to what the job needs.",
  find: inJobs(({ fields: { steps, "timeout-minutes": minutes } }) => {
    if (steps === undefined) return [];
    if (minutes === undefined) return ["it has no limit."];
    return Number(minutes) < NO_LIMIT ? [] : [`it may run ${minutes} minutes.`];
  }),
};
