import type { GitHub } from "./client.ts";
import { githubError } from "./failure.ts";
import { type Pull, pullsOfBranch } from "./pull.ts";

/** Where a proposal goes: its branch, and the open pull request if there is one. */
export interface Place {
  readonly branch: string;
  readonly pull: Pull | undefined;
}

const MOST_PLACES = 50;

/**
 * The open pull request of the branch; else the branch for a new one. Where the last one was closed without merging, that was
 * a person's decision and GitHub cannot reopen it once its branch has moved: the new one has a branch of its own, `--2`, `--3`, ….
 */
export async function findPlace(github: GitHub, base: string, branch: string): Promise<Place> {
  for (let count = 1; count <= MOST_PLACES; count++) {
    const name = count === 1 ? branch : `${branch}--${count}`;
    const pulls = await pullsOfBranch(github, { branch: name, base });
    const open = pulls.find(({ state }) => state === "open");
    const [newest] = pulls;
    if (open !== undefined) return { branch: name, pull: open };
    if (newest === undefined || newest.isMerged) return { branch: name, pull: undefined };
  }
  throw githubError({
    code: "E_GITHUB",
    message: `${MOST_PLACES} pull requests of ${branch} were closed without merging.`,
    remedy: "Find out why, and delete the branches that are left.",
  });
}

/** The same from a list of what is open, so that many proposals cost one list; undefined where nothing is open. */
export function openPlace(pulls: readonly Pull[], base: string, branch: string): Place | undefined {
  const names = new RegExp(`^${branch.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:--\\d+)?$`);
  const pull = pulls.findLast((open) => open.base === base && names.test(open.branch));
  return pull === undefined ? undefined : { branch: pull.branch, pull };
}
