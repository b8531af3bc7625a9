import type { GitHub } from "./client.ts";
import { githubError } from "./failure.ts";
import { mutatePull } from "./graphql.ts";
import { mergeAlone } from "./merge-alone.ts";
import type { PullRequestDraft } from "./publish.ts";
import { type Pull, readPull } from "./pull.ts";

/** Has GitHub merge the pull request by itself, or no longer; what it refuses is a warning. Reads alone where it is so already. */
export async function bringAutoMerge(
  github: GitHub,
  number: number,
  method: PullRequestDraft["autoMerge"],
): Promise<readonly string[]> {
  const pull = await readPull(github, number);
  if (pull.state !== "open" || pull.hasAutoMerge === (method !== "off")) return [];
  return method === "off" ? stop(github, pull) : mergeAlone(github, pull, method);
}

/** For contents that may not merge yet: true once it no longer merges by itself, and a failure where GitHub does not stop. */
export async function stopMerging(github: GitHub, pull: Pull): Promise<boolean> {
  if (!pull.hasAutoMerge) return false;
  const [refused] = await bringAutoMerge(github, pull.number, "off");
  if (refused === undefined) return true;
  throw githubError({ code: "E_GITHUB", message: refused, remedy: "Switch auto-merge off there, and run again." });
}

async function stop(github: GitHub, { number, nodeId }: Pull): Promise<readonly string[]> {
  const refused = await mutatePull(github, "disablePullRequestAutoMerge", { pullRequestId: nodeId });
  return refused === undefined ? [] : [`#${number} may still merge by itself: ${refused.words}`];
}
