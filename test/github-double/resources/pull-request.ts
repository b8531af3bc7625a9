import { commitsBetween, mergeBase } from "../git/history.ts";
import { commitOf } from "../git/store.ts";
import type { Site } from "../server/call.ts";
import { baseOf, headOf, mergeability } from "../state/pulls.ts";
import type { PullRequest, State } from "../state/state.ts";
import { changedFiles, totals } from "./commit.ts";
import { label } from "./label.ts";
import { repository, repositoryPage, repositoryUrl } from "./repository.ts";
import { team } from "./team.ts";
import { nodeId, user } from "./user.ts";

/** As it stands in lists. */
export function pullRequestInList(state: State, site: Site, pull: PullRequest): object {
  const { number, title, body, isDraft, author, closed, assignees, reviewers, teamReviewers } = pull;
  const [assignee = null] = assignees.map((login) => user(site, login));
  return {
    ...{ id: pull.id, node_id: pullNodeId(pull), number, title, body, draft: isDraft, locked: false, milestone: null },
    ...links(state, site, pull),
    state: closed === undefined ? "open" : "closed",
    user: user(site, author),
    ...{ created_at: pull.createdAt, updated_at: pull.updatedAt, closed_at: closed?.at ?? null },
    ...{ merged_at: closed?.merge === undefined ? null : closed.at, merge_commit_sha: closed?.merge ?? null },
    ...{ assignee, assignees: assignees.map((login) => user(site, login)) },
    requested_reviewers: reviewers.map((login) => user(site, login)),
    requested_teams: teamReviewers.map((slug) => team(site, state.owner, slug)),
    labels: pull.labels.map((name) => label(state, site, name)),
    head: side(state, site, { owner: pull.fork ?? state.owner, ref: pull.branch, sha: headOf(state, pull) }),
    base: side(state, site, { owner: state.owner, ref: pull.base, sha: baseOf(state, pull) }),
    author_association: "CONTRIBUTOR",
    auto_merge: autoMerge(site, pull),
  };
}

/** As it is answered when it was asked for itself. */
export function pullRequest(state: State, site: Site, pull: PullRequest): object {
  const { closed } = pull;
  const [head, base] = [headOf(state, pull), baseOf(state, pull)];
  const start = mergeBase(state.store, base, head) ?? base;
  const files = changedFiles(state, site, {
    before: commitOf(state.store, start).tree,
    after: commitOf(state.store, head).tree,
    sha: head,
  });
  return {
    ...pullRequestInList(state, site, pull),
    ...{ merged: closed?.merge !== undefined, merged_by: closed?.merge === undefined ? null : user(site, closed.by) },
    ...mergeability(state, pull),
    ...{ maintainer_can_modify: false, rebaseable: null, review_comments: 0 },
    comments: [...state.comments.values()].filter(({ pullRequest }) => pullRequest === pull.number).length,
    commits: commitsBetween(state.store, base, head).length,
    changed_files: files.length,
    ...totals(files),
  };
}

export function pullNodeId({ id }: PullRequest): string {
  return nodeId("PR", id);
}

function links(state: State, site: Site, pull: PullRequest): object {
  const [api, page] = [repositoryUrl(state, site), `${repositoryPage(state, site)}/pull/${pull.number}`];
  const [url, issue] = [`${api}/pulls/${pull.number}`, `${api}/issues/${pull.number}`];
  const comment = `${api}/pulls/comments{/number}`;
  const statuses = `${api}/statuses/${headOf(state, pull)}`;
  const href = Object.entries({
    self: url,
    html: page,
    issue,
    comments: `${issue}/comments`,
    statuses,
    commits: `${url}/commits`,
  });
  return {
    ...{ url, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch`, issue_url: issue, statuses_url: statuses },
    ...{ comments_url: `${issue}/comments`, commits_url: `${url}/commits` },
    ...{ review_comment_url: comment, review_comments_url: `${url}/comments` },
    _links: {
      ...Object.fromEntries(href.map(([name, to]) => [name, { href: to }])),
      ...{ review_comment: { href: comment }, review_comments: { href: `${url}/comments` } },
    },
  };
}

interface Side {
  readonly owner: string;
  readonly ref: string;
  readonly sha: string;
}

function side(state: State, site: Site, { owner, ref, sha }: Side): object {
  const type = owner === state.owner ? "Organization" : "User";
  const repo = repository({ ...state, owner }, site);
  return { label: `${owner}:${ref}`, ref, sha, user: user(site, owner, type), repo };
}

function autoMerge(site: Site, { autoMerge: wanted, title }: PullRequest): object | null {
  if (wanted === undefined) return null;
  return { enabled_by: user(site, wanted.by), merge_method: wanted.method, commit_title: title, commit_message: "" };
}
