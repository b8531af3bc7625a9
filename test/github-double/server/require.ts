import { resolveCommit } from "../state/refs.ts";
import type { PullRequest } from "../state/state.ts";
import type { Call } from "./call.ts";
import { notFound, Refusal } from "./refusal.ts";

/** A parameter of the address. */
export function parameter({ params }: Call, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}

/** The pull request that the address names, by its number as an issue too. */
export function requirePull({ state, params }: Call): PullRequest {
  const pull = state.pulls.get(Number(params.pull_number ?? params.issue_number));
  if (pull === undefined) throw notFound();
  return pull;
}

/** The same for what is attached to a pull request, which GitHub may not find for a while after it was opened. */
export function requireSettledPull(call: Call): PullRequest {
  const pull = requirePull(call);
  if (pull.hiddenFor === 0) return pull;
  pull.hiddenFor -= 1;
  throw new Refusal(422, `Could not resolve to a node with the global id of '${pull.id}'.`);
}

/** The id of the commit that a branch, a ref or an id names. */
export function requireCommit({ state }: Call, name: string): string {
  const sha = resolveCommit(state, name);
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${name}`);
  return sha;
}
