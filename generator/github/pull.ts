import { PULL } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { allPages } from "./pages.ts";
import type { PullRequest } from "./pull-requests.ts";
import { list, type Shape } from "./shape.ts";

/** A pull request with all that is compared with what it should be. */
export interface Pull extends PullRequest {
  readonly nodeId: string;
  readonly body: string;
  readonly isDraft: boolean;
  readonly author: string;
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly assignees: readonly string[];
  readonly hasAutoMerge: boolean;
  readonly isFork: boolean;
}

type Answer = typeof PULL extends Shape<infer T> ? T : never;

/** Those of this repository's own branches; a fork can have a branch of the same name. */
export async function listPulls(
  github: GitHub,
  query: { readonly state: "open" | "closed" | "all"; readonly base?: string },
): Promise<readonly Pull[]> {
  // Oldest first, so that one that is opened meanwhile does not shift the pages.
  const order = { sort: "created", direction: "asc" } as const;
  const pages = await allPages(
    (window) => github.rest.pulls.list({ ...github.repository, ...query, ...order, ...window }),
    list(PULL),
  );
  return own(github, pages.flat());
}

/** Every pull request that ever was of this branch, newest first: one call. */
export async function pullsOfBranch(
  github: GitHub,
  { branch, base }: { readonly branch: string; readonly base?: string },
): Promise<readonly Pull[]> {
  const { owner } = github.repository;
  const query = { state: "all", head: `${owner}:${branch}`, per_page: 100, ...(base === undefined ? {} : { base }) } as const;
  const pulls = own(github, await answer(github.rest.pulls.list({ ...github.repository, ...query }), list(PULL)));
  return pulls
    .filter((pull) => pull.branch === branch && (base === undefined || pull.base === base))
    .sort((a, b) => b.number - a.number);
}

/** One by its number, of this repository or from a fork. */
export async function readPull(github: GitHub, number: number): Promise<Pull> {
  return pullOf(await answer(github.rest.pulls.get({ ...github.repository, pull_number: number }), PULL));
}

export function pullOf(answer: Answer): Pull {
  return {
    number: answer.number,
    branch: answer.head.ref,
    title: answer.title,
    url: answer.html_url,
    head: answer.head.sha,
    state: answer.state === "open" ? "open" : "closed",
    isMerged: typeof answer.merged_at === "string",
    labels: answer.labels.map(({ name }) => name),
    nodeId: answer.node_id,
    base: answer.base.ref,
    body: answer.body ?? "",
    isDraft: answer.draft === true,
    author: answer.user?.login ?? "",
    reviewers: (answer.requested_reviewers ?? []).map(({ login }) => login),
    teamReviewers: (answer.requested_teams ?? []).map(({ slug }) => slug),
    assignees: (answer.assignees ?? []).map(({ login }) => login),
    isFork: answer.head.repo?.full_name !== answer.base.repo.full_name,
    hasAutoMerge: typeof answer.auto_merge === "object" && answer.auto_merge !== null,
  };
}

function own(github: GitHub, pulls: readonly Answer[]): readonly Pull[] {
  const { owner, repo } = github.repository;
  const name = `${owner}/${repo}`.toLowerCase();
  return pulls.filter(({ head }) => head.repo?.full_name.toLowerCase() === name).map(pullOf);
}
