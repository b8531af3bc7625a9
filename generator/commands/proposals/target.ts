import { loadConfig } from "../../config/index.ts";
import type { SourceFile } from "../../config/sources.ts";
import { renderFindings } from "../../documents/findings.ts";
import { EXIT, GeneratorError } from "../../errors.ts";
import { type RemoteBranch, readBranch } from "../../github/branch.ts";
import { type Credentials, type GitHub, openGitHub } from "../../github/client.ts";
import { requireTop } from "../../system/git-commit.ts";
import { readSources } from "../../system/repository.ts";
import type { Side } from "../diff-sides.ts";
import type { Output } from "../output.ts";
import { isOnGitHub, type RepositoryAddress, repositoryAddress, type WithoutGitHub } from "./address.ts";
import { findCredentials, requireCredentials } from "./credentials.ts";
import { githubTree } from "./github-tree.ts";
import { localTree } from "./local-tree.ts";

/** Where proposals go, with the tree that they start from: the branch that Argo CD follows, on GitHub or in this clone. */
export type Target = GitHubTarget | { readonly kind: "local"; readonly tree: Side; readonly commit: string };

export interface GitHubTarget {
  readonly kind: "github";
  readonly tree: Side;
  readonly github: GitHub;
  readonly base: RemoteBranch;
}

export interface TargetOptions {
  readonly directory: string;
  readonly local?: boolean;
  readonly dryRun?: boolean;
}

type Progress = Pick<Output, "progress">;

/** Reads GitHub, or the clone where that is asked for; a dry run without credentials, or without GitHub, is content with the clone. */
export async function openTarget(options: TargetOptions, out: Progress): Promise<Target> {
  await requireTop(options.directory);
  const { url, branch } = readRepository(options.directory);
  const place = options.local === true ? undefined : placeFor(url, options);
  if (place === undefined) return { kind: "local", ...(await localTree(options.directory, branch)) };
  return readTarget(options.directory, await openGitHubAt(place, out), out);
}

/** Reads GitHub, for what only GitHub knows. */
export async function openGitHubTarget(directory: string, out: Progress): Promise<GitHubTarget> {
  await requireTop(directory);
  return readTarget(directory, await openRepository(readRepository(directory).url, out), out);
}

async function readTarget(directory: string, github: GitHub, out: Progress): Promise<GitHubTarget> {
  const { branch } = readRepository(directory);
  out.progress(`Reading ${branch} …`);
  const base = await readBranch(github, branch);
  return { kind: "github", github, base, tree: githubTree(github, directory, base) };
}

/** The repository on GitHub, for a command that can do nothing without. */
export async function openRepository(url: string, out: Progress): Promise<GitHub> {
  return openGitHubAt(requirePlace(url, "nothing"), out);
}

/** A repository on GitHub, and what to sign in there with. */
type Place = RepositoryAddress & { readonly credentials: Credentials };

async function openGitHubAt(place: Place, out: Progress): Promise<GitHub> {
  const onWait = (resumesAt: Date) => out.progress(`GitHub asks to wait until ${resumesAt.toISOString()} …`);
  return openGitHub({ ...place, onWait, longestWaitSeconds: LONGEST_WAIT_SECONDS, isPaced: isPaced(place.apiUrl) });
}

/** A limit of an hour is left to the next run. */
const LONGEST_WAIT_SECONDS = 300;

/** A server on this machine is nobody's to be spared. */
function isPaced(apiUrl: string): boolean {
  return !/^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(apiUrl);
}

/** Undefined where a dry run is content with the clone. */
function placeFor(url: string, { dryRun = false }: TargetOptions): Place | undefined {
  if (!dryRun) return requirePlace(url, "a branch");
  const credentials = isOnGitHub(url, process.env) ? findCredentials(process.env) : undefined;
  return credentials === undefined ? undefined : { ...repositoryAddress(url, process.env, "a branch"), credentials };
}

/** Whether the repository is on GitHub comes first: nobody should look for credentials in vain. */
function requirePlace(url: string, without: WithoutGitHub): Place {
  const address = repositoryAddress(url, process.env, without);
  return { ...address, credentials: requireCredentials(process.env, without) };
}

/** As the checkout says; everything else is read from the branch. */
export function readRepository(directory: string): { readonly url: string; readonly branch: string } {
  const { config, findings } = loadConfig({ platform: readSources(directory).platform satisfies SourceFile, environments: [] });
  if (config !== undefined) return config.platform.repository;
  throw new GeneratorError({
    code: findings[0]?.code ?? "E_READ",
    exitCode: EXIT.input,
    message: renderFindings(findings, { closing: "Nothing was proposed." }).trimEnd(),
    remedy: "Say in gitops.yaml which repository this is.",
  });
}
