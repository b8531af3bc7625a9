import type { Site } from "../server/call.ts";
import type { State } from "../state/state.ts";
import { idOf, nodeId, user } from "./user.ts";

/** Templates as GitHub ends them, by the field's name without `_url`. */
const PATHS = {
  archive: "/{archive_format}{/ref}",
  assignees: "/assignees{/user}",
  blobs: "/git/blobs{/sha}",
  branches: "/branches{/branch}",
  collaborators: "/collaborators{/collaborator}",
  comments: "/comments{/number}",
  commits: "/commits{/sha}",
  compare: "/compare/{base}...{head}",
  contents: "/contents/{+path}",
  contributors: "/contributors",
  deployments: "/deployments",
  downloads: "/downloads",
  events: "/events",
  forks: "/forks",
  git_commits: "/git/commits{/sha}",
  git_refs: "/git/refs{/sha}",
  git_tags: "/git/tags{/sha}",
  hooks: "/hooks",
  issue_comment: "/issues/comments{/number}",
  issue_events: "/issues/events{/number}",
  issues: "/issues{/number}",
  keys: "/keys{/key_id}",
  labels: "/labels{/name}",
  languages: "/languages",
  merges: "/merges",
  milestones: "/milestones{/number}",
  notifications: "/notifications{?since,all,participating}",
  pulls: "/pulls{/number}",
  releases: "/releases{/id}",
  stargazers: "/stargazers",
  statuses: "/statuses/{sha}",
  subscribers: "/subscribers",
  subscription: "/subscription",
  tags: "/tags",
  teams: "/teams",
  trees: "/git/trees{/sha}",
};

const COUNTS = {
  ...{ forks: 0, forks_count: 0, network_count: 0, open_issues: 0, open_issues_count: 0, size: 1 },
  ...{ stargazers_count: 0, subscribers_count: 0, watchers: 0, watchers_count: 0 },
};

const FLAGS = {
  ...{ private: true, fork: false, archived: false, disabled: false, has_discussions: false, has_downloads: true },
  ...{ has_issues: true, has_pages: false, has_projects: false, has_wiki: false },
};

/** As it stands inside pull requests and where it was asked for itself. */
export function repository({ owner, repo, defaultBranch }: State, site: Site): object {
  const url = `${site.api}/repos/${owner}/${repo}`;
  const html = `${site.html}/${owner}/${repo}`;
  return {
    id: idOf(`${owner}/${repo}`),
    node_id: nodeId("R", `${owner}/${repo}`),
    name: repo,
    full_name: `${owner}/${repo}`,
    owner: user(site, owner, "Organization"),
    url,
    html_url: html,
    ...Object.fromEntries(Object.entries(PATHS).map(([name, path]) => [`${name}_url`, `${url}${path}`])),
    ...{ clone_url: `${html}.git`, git_url: `${html}.git`, ssh_url: `git@github.com:${owner}/${repo}.git`, svn_url: html },
    ...{ description: null, homepage: null, language: null, license: null, mirror_url: null },
    default_branch: defaultBranch,
    ...COUNTS,
    ...FLAGS,
    ...{ created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z", pushed_at: "2026-01-01T00:00:00Z" },
  };
}

export function repositoryUrl({ owner, repo }: State, { api }: Site): string {
  return `${api}/repos/${owner}/${repo}`;
}

export function repositoryPage({ owner, repo }: State, { html }: Site): string {
  return `${html}/${owner}/${repo}`;
}
