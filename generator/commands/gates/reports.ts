import { readCommit } from "../../github/branch.ts";
import { deployments } from "../../github/deployments.ts";
import { refusalStatus } from "../../github/failure.ts";
import { compareSides } from "../diff-compare.ts";
import type { Side } from "../diff-sides.ts";
import type { Output } from "../output.ts";
import { githubTree } from "../proposals/github-tree.ts";
import type { Target } from "../proposals/target.ts";
import type { Report } from "./facts.ts";

export type GitHubTarget = Extract<Target, { kind: "github" }>;

/** So many deployments are looked at. A commit that renders an environment as before makes none. */
const MOST = 5;

const STATES: ReadonlyMap<string, Report["state"]> = new Map([
  ["success", "success"],
  ["failure", "failure"],
  ["error", "failure"],
  ["pending", "pending"],
  ["queued", "pending"],
  ["in_progress", "pending"],
]);

/**
 * What Argo CD reported of an environment, newest first, as far as it is of the present contents and one more. GitHub itself calls
 * older deployments inactive, which says nothing of the environment.
 */
export async function reportsOf(target: GitHubTarget, environment: string, place: Place): Promise<readonly Report[]> {
  const told = await toldOf(target, environment);
  const reports: Report[] = [];
  for (const report of told) {
    const isCurrent =
      reports.at(-1)?.commit === report.commit || (await isAsNow(target, report.commit, { ...place, environment }));
    reports.push({ ...report, isCurrent });
    if (!isCurrent) break;
  }
  return reports;
}

export interface Place {
  readonly directory: string;
  readonly out: Pick<Output, "progress">;
}

async function toldOf({ github }: GitHubTarget, environment: string) {
  const found = await deployments(github, `milvus-${environment}`, MOST);
  const told = found.flatMap(({ commit, state, reportedAt, reports }) => {
    const all = reports.length === 0 ? [{ state, at: reportedAt }] : reports;
    return all.map((report) => ({ commit, state: STATES.get(report.state), at: report.at }));
  });
  return told
    .flatMap(({ state, ...rest }) => (state === undefined ? [] : [{ ...rest, state }]))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

/**
 * Argo CD syncs for a commit only where what Kustomize builds differs, so that is what is compared: by the hashes of the files, and
 * where these differ by building both. What Argo CD is told of the environment syncs nothing in it.
 */
async function isAsNow(
  { github, base, tree }: GitHubTarget,
  commit: string,
  { directory, environment, out }: Place & { readonly environment: string },
): Promise<boolean> {
  if (commit === base.commit) return true;
  const then = await findCommit(github, commit);
  if (then === undefined) return false;
  const sides = { before: built(githubTree(github, directory, then), environment), after: built(tree, environment) };
  return (await compareSides(sides, environment, out)).unchanged.includes(environment);
}

/** A branch that was moved by force leaves reports of commits that nobody has any more. */
async function findCommit(github: GitHubTarget["github"], commit: string) {
  try {
    return await readCommit(github, commit);
  } catch (error) {
    if ([404, 422].includes(refusalStatus(error) ?? 0)) return undefined;
    throw error;
  }
}

function built(side: Side, environment: string): Side {
  const entries = [...side.entries].filter(([path]) => path.startsWith("base/") || path.startsWith(`overlays/${environment}/`));
  return { ...side, entries: new Map(entries) };
}
