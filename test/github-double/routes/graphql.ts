import { pullNodeId } from "../resources/pull-request.ts";
import { type Answer, type Call, ok } from "../server/call.ts";
import { mergeIfReady } from "../state/closing.ts";
import { mergeability } from "../state/pulls.ts";
import type { PullRequest, State } from "../state/state.ts";
import { type Mutation, readMutation } from "./graphql-mutation.ts";
import { updateRefs } from "./update-refs.ts";

/** The mutations that have no REST call. GraphQL's errors come with 200. */
export function graphql(call: Call): Answer {
  const mutation = readMutation(call.body.query, call.body.variables ?? {});
  if (mutation === undefined) return failure("", { type: "undefined", message: "The double answers no such query" });
  if (mutation.name === "updateRefs") return withoutPull(call, mutation);
  const pull = findPull(call.state, mutation.input.pullRequestId);
  if (pull === undefined) return failure(mutation.name, unresolved(`${mutation.input.pullRequestId}`));
  const against = MUTATIONS[mutation.name]?.(call, pull, mutation);
  if (against !== undefined) return failure(mutation.name, { type: "UNPROCESSABLE", message: against });
  return ok({ data: { [mutation.name]: { clientMutationId: null, pullRequest: shown(pull) } } });
}

function withoutPull(call: Call, mutation: Mutation): Answer {
  const against = updateRefs(call, mutation);
  if (against !== undefined) return failure(mutation.name, { type: "UNPROCESSABLE", message: against });
  return ok({ data: { [mutation.name]: { clientMutationId: null } } });
}

/** Does it, or says why not. */
type Effect = (call: Call, pull: PullRequest, mutation: Mutation) => string | undefined;

const MUTATIONS: Readonly<Record<string, Effect>> = {
  enablePullRequestAutoMerge: enableAutoMerge,
  markPullRequestReadyForReview: ({ state }, pull) => setDraft(state, pull, false),
  convertPullRequestToDraft: ({ state }, pull) => setDraft(state, pull, true),
  disablePullRequestAutoMerge: (_, pull) => {
    pull.autoMerge = undefined;
    return undefined;
  },
};

function enableAutoMerge({ state, actor }: Call, pull: PullRequest, { input }: Mutation): string | undefined {
  const against = autoMergeObstacle(state, pull);
  if (against !== undefined) return against;
  const method = `${input.mergeMethod ?? "MERGE"}`.toLowerCase() as "merge" | "squash" | "rebase";
  pull.autoMerge = { method, by: actor };
  return undefined;
}

function autoMergeObstacle(state: State, pull: PullRequest): string | undefined {
  if (!state.allowsAutoMerge) return "Pull request Auto merge is not allowed for this repository";
  if (pull.closed !== undefined) return "Pull request is closed";
  if (!state.protections.has(pull.base)) return "Pull request Protected branch rules not configured for this branch";
  const { mergeable_state: standing } = mergeability(state, pull);
  return standing === "clean" || standing === "unstable" ? `Pull request Pull request is in ${standing} status` : undefined;
}

function setDraft(state: State, pull: PullRequest, isDraft: boolean): undefined {
  pull.isDraft = isDraft;
  mergeIfReady(state, pull);
  return undefined;
}

/** Late pull requests are not found yet, as in REST. */
function findPull({ pulls }: State, id: unknown): PullRequest | undefined {
  const pull = [...pulls.values()].find((one) => pullNodeId(one) === id);
  if (pull === undefined || pull.hiddenFor === 0) return pull;
  pull.hiddenFor -= 1;
  return undefined;
}

function shown(pull: PullRequest): object {
  const { number, isDraft, autoMerge } = pull;
  const request = autoMerge === undefined ? null : { mergeMethod: autoMerge.method.toUpperCase() };
  return { id: pullNodeId(pull), number, isDraft, autoMergeRequest: request };
}

function unresolved(id: string): { readonly type: string; readonly message: string } {
  return { type: "NOT_FOUND", message: `Could not resolve to a node with the global id of '${id}'.` };
}

function failure(name: string, error: { readonly type: string; readonly message: string }): Answer {
  return ok({ data: { [name]: null }, errors: [{ ...error, path: [name], locations: [{ line: 1, column: 1 }] }] });
}
