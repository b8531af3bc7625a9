import { type RemoteBranch, readBranch } from "./branch.ts";
import type { GitHub } from "./client.ts";
import { isRefusal } from "./failure.ts";
import type { Place } from "./place.ts";
import type { Published, PullRequestDraft } from "./publish.ts";
import { publishOnce } from "./publish-once.ts";

const MOST_TRIES = 3;

/** Publishes at a place, or looks for it. A conflict with somebody else's writing makes everything known anew, the base too. */
export async function publishAt(
  github: GitHub,
  base: RemoteBranch,
  draft: PullRequestDraft,
  place: Place | undefined,
): Promise<Published> {
  let [ground, known] = [base, place];
  for (let tries = 1; ; tries++) {
    try {
      return await publishOnce(github, ground, draft, known);
    } catch (error) {
      if (!isRefusal(error, 409) || tries === MOST_TRIES) throw error;
      await github.pause(tries);
      [ground, known] = [await readBranch(github, base.name), undefined];
    }
  }
}
