import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { inJobs, inWorkflows } from "./workflow.ts";

/** Once any scope is named, the rest are none. */
export const workflowStartsWithoutRights: Invariant<RepositoryTree> = {
  name: "workflow-starts-without-rights",
  code: "E_POLICY",
  severity: "error",
  reason: "Without permissions of its own a workflow has the repository's default, which may write everything.",
  remedy: "Set permissions: {} at the top, and what each job needs in the job.",
  find: inWorkflows(({ fields: { permissions }, isAction }) => {
    if (isAction || (isMap(permissions) && Object.keys(permissions).length === 0)) return [];
    return [permissions === undefined ? "It sets no permissions." : `It sets permissions: ${JSON.stringify(permissions)}.`];
  }),
};

/**
 * What a job may be given to write: commits and pull requests, the statuses that gate a promotion, results of a scan, and an
 * identity for a cloud.
 */
const WRITABLE: ReadonlySet<string> = new Set(["contents", "id-token", "pull-requests", "security-events", "statuses"]);

export const jobsHaveLeastRights: Invariant<RepositoryTree> = {
  name: "jobs-have-least-rights",
  code: "E_POLICY",
  severity: "error",
  reason: "Whatever runs in the job may do all that its token may.",
  remedy: "Name each scope that the job needs, with read where it only reads.",
  find: inJobs(({ fields: { permissions } }) => {
    if (permissions === undefined) return [];
    if (!isMap(permissions)) return [`it sets permissions: ${JSON.stringify(permissions)}.`];
    return Object.entries(permissions)
      .filter(([scope, access]) => access === "write" && !WRITABLE.has(scope))
      .map(([scope]) => `it may write ${scope}.`);
  }),
};
