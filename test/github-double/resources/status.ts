import type { Site } from "../server/call.ts";
import type { CheckRun, CommitStatus, State } from "../state/state.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { nodeId, user } from "./user.ts";

export function statusInSummary(state: State, site: Site, status: CommitStatus): object {
  const { id, sha, context, description, targetUrl, at } = status;
  return {
    ...{ id, node_id: nodeId("SC", id), url: `${repositoryUrl(state, site)}/statuses/${sha}`, avatar_url: null },
    ...{ context, state: status.state, description, target_url: targetUrl, created_at: at, updated_at: at },
  };
}

export function commitStatus(state: State, site: Site, status: CommitStatus): object {
  return { ...statusInSummary(state, site, status), creator: user(site, status.creator) };
}

export function checkRun(state: State, site: Site, { id, sha, name, conclusion, at }: CheckRun): object {
  const url = `${repositoryUrl(state, site)}/check-runs/${id}`;
  const isDone = conclusion !== undefined;
  return {
    ...{ id, node_id: nodeId("CR", id), head_sha: sha, name, external_id: "", url, details_url: null },
    html_url: `${repositoryPage(state, site)}/runs/${id}`,
    ...{ status: isDone ? "completed" : "in_progress", conclusion: conclusion ?? null },
    ...{ started_at: at, completed_at: isDone ? at : null, check_suite: { id }, app: null, pull_requests: [] },
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
  };
}
