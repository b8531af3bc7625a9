import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { aGitHub, type GitHubDouble } from "../github-double/index.ts";
import { git } from "../support/git.ts";
import { readTree } from "../support/repository.ts";
import { type Run, runIn } from "../support/run.ts";
import { DEV, generatedRepository, PROD } from "./repositories.ts";

/** A clone, and the repository on GitHub that it is a clone of. */
export interface Proposing {
  readonly root: string;
  readonly github: GitHubDouble;
  /** The public command, signed in. */
  readonly run: (...args: readonly string[]) => Promise<Run>;
}

/** A generated tree, as clone and on GitHub. */
export async function proposingRepository(
  environments: Readonly<Record<string, EnvironmentFile>> = { dev: DEV, prod: PROD },
  platform?: object,
): Promise<Proposing> {
  const root = await generatedClone(environments, platform);
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: readTree(root) });
  const env = signedIn(github);
  return { root, github, run: (...args) => runIn({ cwd: root, env }, ...args) };
}

/** The same without GitHub. */
export async function generatedClone(
  environments: Readonly<Record<string, EnvironmentFile>> = { dev: DEV, prod: PROD },
  platform?: object,
): Promise<string> {
  const root = await generatedRepository(environments, platform);
  await git(root, "init", "--quiet", "--initial-branch=main");
  await git(root, "config", "user.name", "Ann");
  await git(root, "config", "user.email", "ann@example.com");
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", "state");
  return root;
}

export function signedIn({ url, token }: Pick<GitHubDouble, "url" | "token">): Record<string, string | undefined> {
  return { GITHUB_API_URL: url, GITHUB_TOKEN: token, GH_TOKEN: undefined, GITHUB_APP_ID: undefined };
}

/** No credentials, whatever the person who runs the tests has. */
export const SIGNED_OUT = {
  GITHUB_TOKEN: undefined,
  GH_TOKEN: undefined,
  GITHUB_APP_ID: undefined,
  GITHUB_API_URL: undefined,
  GH_HOST: undefined,
};
