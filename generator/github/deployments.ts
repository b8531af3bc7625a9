import { DEPLOYMENT, DEPLOYMENT_STATUS } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { list } from "./shape.ts";

export interface Deployment {
  readonly commit: string;
  /** GitHub's word: `success`, `failure`, `in_progress`, …; `pending` before anything was reported. */
  readonly state: string;
  readonly reportedAt: Date;
  /** All that was reported of it, newest first; at most 100. GitHub adds `inactive` when a newer one succeeds. */
  readonly reports: readonly DeploymentReport[];
}

export interface DeploymentReport {
  readonly state: string;
  readonly at: Date;
}

/** What was deployed to an environment, newest first, each with its statuses. At most 100; one call more for each. */
export async function deployments(github: GitHub, environment: string, most: number): Promise<readonly Deployment[]> {
  const query = { environment, per_page: Math.min(most, 100) };
  const call = github.rest.repos.listDeployments({ ...github.repository, ...query });
  const found: Deployment[] = [];
  for (const { id, sha, created_at } of (await answer(call, list(DEPLOYMENT))).slice(0, most)) {
    const statuses = await statusesOf(github, id);
    const reports = statuses.map((status) => ({ state: status.state, at: new Date(status.created_at) }));
    const [newest = { state: "pending", at: new Date(created_at) }] = reports;
    found.push({ commit: sha, state: newest.state, reportedAt: newest.at, reports });
  }
  return found;
}

function statusesOf(github: GitHub, id: number) {
  const query = { deployment_id: id, per_page: 100 };
  return answer(github.rest.repos.listDeploymentStatuses({ ...github.repository, ...query }), list(DEPLOYMENT_STATUS));
}
