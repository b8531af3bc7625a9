import { type GitHub, type GitHubOptions, openGitHub, type Patience } from "../../generator/github/client.ts";
import type { PullRequestDraft } from "../../generator/github/publish.ts";
import { type DoubleOptions, type GitHubDouble, openGitHubDouble } from "../github-double/index.ts";

/** What every test starts with, where it says nothing else. */
export const REPOSITORY: DoubleOptions = {
  owner: "acme",
  repo: "gitops",
  files: {
    "gitops.yaml": "kind: Platform\n",
    "overlays/prod/environment.yaml": "profile: production\n",
    "overlays/prod/old.yaml": "kind: Secret\n",
    "overlays/dev/environment.yaml": "profile: development\n",
  },
  collaborators: ["ada", "grace"],
  teams: ["platform", "sre"],
  allowAutoMerge: true,
};

export const BRANCH = "milvus-gitops--prod--promote";

/** A change, an addition, a deletion, and bytes that are no text. */
const EDITS = {
  "overlays/prod/environment.yaml": "profile: production\nmilvus:\n  version: 2.6.20\n",
  "overlays/prod/milvus/kustomization.yaml": "kind: Kustomization\n",
  "overlays/prod/logo.png": Uint8Array.of(0x89, 0x50, 0xff, 0x00),
  "overlays/prod/old.yaml": undefined,
};

export function aDraft(changes: Partial<PullRequestDraft> = {}): PullRequestDraft {
  return {
    branch: BRANCH,
    title: "prod: milvus.version 2.6.18 → 2.6.20",
    body: "What changes\n\n| a | b |\n",
    commitMessage: "prod: milvus.version 2.6.18 → 2.6.20",
    labels: ["promotion"],
    reviewers: [],
    teamReviewers: [],
    assignees: [],
    isDraft: false,
    autoMerge: "off",
    stopsMerging: false,
    expectedHead: undefined,
    files: bytesOf(EDITS),
    modes: new Map(),
    ...changes,
  };
}

export function bytesOf(files: Readonly<Record<string, string | Uint8Array | undefined>>): PullRequestDraft["files"] {
  const bytes = (content: string | Uint8Array | undefined) => (typeof content === "string" ? Buffer.from(content) : content);
  return new Map(Object.entries(files).map(([path, content]) => [path, bytes(content)]));
}

/** The double's files with those of a draft. */
export function filesWith(double: GitHubDouble, draft: PullRequestDraft): Record<string, string> {
  const files = double.files();
  for (const [path, bytes] of draft.files) {
    if (bytes === undefined) delete files[path];
    else files[path] = Buffer.from(bytes).toString();
  }
  return files;
}

export function connect(
  { owner, repo, url, token }: GitHubDouble,
  options: Partial<GitHubOptions> = {},
  patience: Partial<Patience> = {},
): Promise<GitHub> {
  const usual = { owner, repo, apiUrl: url, credentials: { token }, onWait: () => {}, longestWaitSeconds: 60, isPaced: false };
  return openGitHub({ ...usual, ...options }, { timeLimitMilliseconds: 30_000, secondMilliseconds: 1, ...patience });
}

export async function aDouble(options: Partial<DoubleOptions> = {}): Promise<GitHubDouble> {
  return openGitHubDouble({ ...REPOSITORY, ...options });
}
