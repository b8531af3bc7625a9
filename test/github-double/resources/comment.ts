import type { Site } from "../server/call.ts";
import type { Comment, State } from "../state/state.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { nodeId, user } from "./user.ts";

export function comment(state: State, site: Site, { id, pullRequest, author, body, createdAt, updatedAt }: Comment): object {
  const url = repositoryUrl(state, site);
  return {
    ...{ id, node_id: nodeId("IC", id), url: `${url}/issues/comments/${id}` },
    html_url: `${repositoryPage(state, site)}/pull/${pullRequest}#issuecomment-${id}`,
    issue_url: `${url}/issues/${pullRequest}`,
    ...{ user: user(site, author), body, created_at: createdAt, updated_at: updatedAt },
    author_association: "CONTRIBUTOR",
  };
}
