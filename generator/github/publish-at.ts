import type { RemoteBranch } from "./branch.ts";
import type { GitHub } from "./client.ts";
import { isRefusal } from "./failure.ts";
import type { Place } from "./place.ts";
import type { Published, PullRequestDraft } from "./publish.ts";
import { publishOnce } from "./publish-once.ts";

const MOST_TRIES = 3;

/**
 * Publishes at a place, or looks for it, and looks again after a conflict with somebody else's writing. The base stays the one that the
 * files were made on: on a newer one, whole files would take back what others merged in between, which Git sees only from here.
 */
export async function publishAt(
  github: GitHub,
  base: RemoteBranch,
  draft: PullRequestDraft,
  place: Place | undefined,
): Promise<Published> {
  let known = place;
  for (let tries = 1; ; tries++) {
    try {
      return await publishOnce(github, base, draft, known);
    } catch (error) {
      if (!isRefusal(error, 409) || tries === MOST_TRIES) throw error;
      await github.pause(tries);
      known = undefined;
    }
  }
}
