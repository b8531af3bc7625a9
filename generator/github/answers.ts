import { list, maybe, number, record, type Shape, text, truth } from "./shape.ts";

/** What we read of GitHub's answers, by the object that they are; docs.github.com/en/rest has the whole of each. */

const id: Shape<string> = (value): value is string => text(value) && /^[0-9a-f]{40}$/.test(value);

export const CREATED = record({ sha: id });

export const BRANCH = record({ commit: record({ sha: id, commit: record({ tree: CREATED }) }) });

export const COMMIT_OF_REF = record({ sha: id, commit: record({ tree: CREATED }) });

export const COMMIT = record({ sha: id, message: text, tree: CREATED, parents: list(CREATED) });

export const TREE = record({
  truncated: truth,
  tree: list(record({ path: text, mode: text, type: text, sha: id })),
});

export const BLOB = record({ content: text, encoding: text });

export const REF = record({ ref: text, object: CREATED });

export const REPOSITORY = record({ node_id: text });

export const INSTALLATION = record({ id: number });

const user = record({ login: text });

export const PULL = record({
  number,
  node_id: text,
  html_url: text,
  state: text,
  title: text,
  body: maybe(text),
  draft: maybe(truth),
  merged_at: maybe(text),
  user: maybe(user),
  head: record({ ref: text, sha: id, repo: maybe(record({ full_name: text })) }),
  base: record({ ref: text, repo: record({ full_name: text }) }),
  labels: list(record({ name: text })),
  requested_reviewers: maybe(list(user)),
  requested_teams: maybe(list(record({ slug: text }))),
  assignees: maybe(list(user)),
  auto_merge: maybe(record({})),
});

export const ISSUE = record({ number, assignees: maybe(list(user)) });

export const LABELS = list(record({ name: text }));

export const REVIEW = record({ user: maybe(user) });

export const COMMENT = record({ id: number, body: maybe(text) });

export const STATUSES = record({
  statuses: list(record({ context: text, state: text, description: maybe(text) })),
});

export const CREATED_STATUS = record({ context: text, state: text });

export const CHECK_RUNS = record({
  check_runs: list(record({ name: text, status: text, conclusion: maybe(text) })),
});

export const DEPLOYMENT = record({ id: number, sha: id, created_at: text });

export const DEPLOYMENT_STATUS = record({ state: text, created_at: text });
