import { PERSON } from "../people.ts";
import type { Site } from "../server/call.ts";
import { headOf } from "../state/pulls.ts";
import type { PullRequest, State } from "../state/state.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { nodeId, user } from "./user.ts";

/** An approval, the first, second, … of its pull request. */
export function review(
  state: State,
  site: Site,
  { pull, number }: { readonly pull: PullRequest; readonly number: number },
): object {
  const id = pull.id * 100 + number;
  const html = `${repositoryPage(state, site)}/pull/${pull.number}#pullrequestreview-${id}`;
  const api = `${repositoryUrl(state, site)}/pulls/${pull.number}`;
  return {
    ...{ id, node_id: nodeId("PRR", id), user: user(site, PERSON), body: "", state: "APPROVED" },
    ...{ html_url: html, pull_request_url: api, _links: { html: { href: html }, pull_request: { href: api } } },
    ...{ submitted_at: pull.updatedAt, commit_id: headOf(state, pull), author_association: "COLLABORATOR" },
  };
}
