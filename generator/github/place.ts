import type { GitHub } from "./client.ts";
import { githubError } from "./failure.ts";
import { type Pull, pullsOfBranch } from "./pull.ts";
import { headOf } from "./ref.ts";

/** Where a proposal goes: its branch, and the open pull request if there is one. */
export interface Place {
  readonly branch: string;
  readonly pull: Pull | undefined;
}

const MOST_PLACES = 50;

/**
 * The open pull request of the branch; else the branch for a new one. Where the last one was closed without merging, that was
 * a person's decision and GitHub cannot reopen it once its branch has moved: the new one has a branch of its own, `--2`, `--3`, …, and
 * when all names are taken that of a branch that is gone.
 */
export async function findPlace(github: GitHub, base: string, branch: string): Promise<Place> {
  const names = Array.from({ length: MOST_PLACES }, (_, index) => (index === 0 ? branch : `${branch}--${index + 1}`));
  for (const name of names) {
    const pulls = await pullsOfBranch(github, { branch: name, base });
    const open = pulls.find(({ state }) => state === "open");
    const [newest] = pulls;
    if (open !== undefined) return { branch: name, pull: open };
    if (newest === undefined || newest.isMerged) return { branch: name, pull: undefined };
  }
  return placeOfGone(github, names);
}

async function placeOfGone(github: GitHub, names: readonly string[]): Promise<Place> {
  for (const name of names) {
    if ((await headOf(github, name)) === undefined) return { branch: name, pull: undefined };
  }
  throw githubError({
    code: "E_GITHUB",
    message: `${MOST_PLACES} pull requests of ${names[0]} were closed without merging.`,
    remedy: "Find out why, and delete the branches that are left.",
  });
}

/** The same from a list of what is open, so that many proposals cost one list; undefined where nothing is open. */
export function openPlace(pulls: readonly Pull[], base: string, branch: string): Place | undefined {
  const names = new RegExp(`^${branch.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:--\\d+)?$`);
  const pull = pulls.findLast((open) => open.base === base && names.test(open.branch));
  return pull === undefined ? undefined : { branch: pull.branch, pull };
}
