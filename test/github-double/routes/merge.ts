import { type Answer, type Call, ok, type Routes } from "../server/call.ts";
import { Refusal } from "../server/refusal.ts";
import { requirePull } from "../server/require.ts";
import { mergePull } from "../state/closing.ts";
import { blockedBy, headOf, mergeability } from "../state/pulls.ts";
import type { PullRequest, State } from "../state/state.ts";

export const mergeRoutes: Routes = {
  "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge": merge,
};

function merge(call: Call): Answer {
  const { state, actor } = call;
  const pull = requirePull(call);
  const { sha, merge_method: method = "merge", commit_title: title, commit_message: message } = call.body ?? {};
  const against = obstacle(state, pull);
  if (against !== undefined) throw new Refusal(405, against);
  if (sha !== undefined && sha !== headOf(state, pull))
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  return ok({
    sha: mergePull(state, pull, { by: actor, method, title, message }),
    merged: true,
    message: "Pull Request successfully merged",
  });
}

function obstacle(state: State, pull: PullRequest): string | undefined {
  if (pull.closed !== undefined) return "Pull Request is not mergeable";
  if (pull.isDraft) return "Pull Request is still a draft";
  if (mergeability(state, pull).mergeable !== true) return "Pull Request is not mergeable";
  return blockedBy(state, pull);
}
