import type { Site } from "../server/call.ts";
import type { PullRequest, State } from "../state/state.ts";
import { label } from "./label.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { nodeId, user } from "./user.ts";

/** A pull request as the issue that it is too. */
export function issue(state: State, site: Site, pull: PullRequest): object {
  const { number, title, body, isDraft, closed } = pull;
  const [api, page] = [repositoryUrl(state, site), `${repositoryPage(state, site)}/pull/${number}`];
  const url = `${api}/issues/${number}`;
  const assignees = pull.assignees.map((login) => user(site, login));
  return {
    ...{ id: pull.id + 1, node_id: nodeId("I", pull.id), number, title, body, url, html_url: page, repository_url: api },
    ...{ labels_url: `${url}/labels{/name}`, comments_url: `${url}/comments`, events_url: `${url}/events` },
    ...{ state: closed === undefined ? "open" : "closed", state_reason: null, locked: false, milestone: null, draft: isDraft },
    user: user(site, pull.author),
    labels: pull.labels.map((name) => label(state, site, name)),
    ...{ assignee: assignees[0] ?? null, assignees },
    comments: [...state.comments.values()].filter(({ pullRequest }) => pullRequest === number).length,
    ...{ created_at: pull.createdAt, updated_at: pull.updatedAt, closed_at: closed?.at ?? null },
    author_association: "CONTRIBUTOR",
    pull_request: { url: `${api}/pulls/${number}`, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` },
  };
}
