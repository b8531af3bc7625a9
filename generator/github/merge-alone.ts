import type { GitHub } from "./client.ts";
import { mutatePull } from "./graphql.ts";
import type { PullRequestDraft } from "./publish.ts";
import type { Pull } from "./pull.ts";

/**
 * Lets GitHub merge by itself once everything that the branch protection wants is there. Bound to the commit that was proposed, so
 * that nothing else is merged in its name. What is ready already, or never will be, is a warning.
 */
export async function mergeAlone(
  github: GitHub,
  pull: Pull,
  method: PullRequestDraft["autoMerge"],
): Promise<readonly string[]> {
  if (pull.isDraft) return [`#${pull.number} does not merge by itself, because it is a draft.`];
  const input = { pullRequestId: pull.nodeId, mergeMethod: method.toUpperCase(), expectedHeadOid: pull.head };
  const refused = await mutatePull(github, "enablePullRequestAutoMerge", input);
  return refused === undefined ? [] : [`#${pull.number} does not merge by itself: ${reasonOf(refused.words)}`];
}

/** New contents want a new look: the pull request that somebody marked as ready becomes a draft again. */
export async function turnIntoDraft(github: GitHub, pull: Pull): Promise<readonly string[]> {
  const refused = await mutatePull(github, "convertPullRequestToDraft", { pullRequestId: pull.nodeId });
  return refused === undefined ? [] : [`#${pull.number} is no draft again: ${refused.words}`];
}

/** GitHub's words for it, from peter-evans/enable-pull-request-automerge #343 and #1118. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/clean status/i, "nothing is left to wait for. Merge it yourself, or require a review or a check for the branch."],
  [/unstable status/i, "a check that is not required has failed or is not done. Merge it yourself, or require the check."],
  [/Protected branch rules not configured/i, "the branch has no protection that it could wait for."],
  [/Auto[- ]merge is not allowed/i, "the repository does not allow auto-merge. Allow it in the settings of the repository."],
  [/draft/i, "it is a draft."],
];

function reasonOf(words: string): string {
  return REASONS.find(([pattern]) => pattern.test(words))?.[1] ?? words;
}
