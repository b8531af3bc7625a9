import { contains } from "../git/history.ts";
import { gitRef } from "../resources/git.ts";
import { type Answer, type Call, created, NO_CONTENT, ok, type Routes } from "../server/call.ts";
import { notFound, unprocessable } from "../server/refusal.ts";
import { parameter } from "../server/require.ts";
import { closePull, settle } from "../state/closing.ts";
import { openPulls } from "../state/pulls.ts";
import { clashes, readRef, writeRef } from "../state/refs.ts";
import type { State } from "../state/state.ts";

export const refRoutes: Routes = {
  "GET /repos/{owner}/{repo}/git/ref/{ref}": readOne,
  "GET /repos/{owner}/{repo}/git/matching-refs/{ref}": readMatching,
  "POST /repos/{owner}/{repo}/git/refs": create,
  "PATCH /repos/{owner}/{repo}/git/refs/{ref}": update,
  "DELETE /repos/{owner}/{repo}/git/refs/{ref}": remove,
};

function readOne(call: Call): Answer {
  const name = `refs/${parameter(call, "ref")}`;
  const sha = readRef(call.state, name);
  if (sha === undefined) throw notFound();
  return ok(gitRef(call.state, call.site, name, sha));
}

function readMatching(call: Call): Answer {
  const { state, site } = call;
  const prefix = `refs/${parameter(call, "ref")}`;
  const names = [...state.refs.keys()].filter((name) => name.startsWith(prefix)).sort();
  const found = names.flatMap((name) => {
    const sha = readRef(state, name);
    return sha === undefined ? [] : [gitRef(state, site, name, sha)];
  });
  return ok(found);
}

function create({ state, site, actor, body: { ref, sha } }: Call): Answer {
  if (!/^refs\/[^/]+\/[^/]/.test(ref))
    throw unprocessable("Reference name must start with 'refs/' and have at least two slashes.");
  if (!isWellFormed(ref)) throw unprocessable(`${ref} is not a valid ref name.`);
  if (state.refs.has(ref)) throw unprocessable("Reference already exists");
  if (clashes(state, ref)) throw unprocessable("Reference update failed");
  if (!state.store.commits.has(sha)) throw unprocessable("Object does not exist");
  writeRef(state, ref, sha);
  settle(state, branchOf(ref), actor);
  return created(gitRef(state, site, ref, sha));
}

function update(call: Call): Answer {
  const { state, site, actor } = call;
  const { sha, force = false } = call.body;
  const name = requireRef(call);
  requireUnprotected(state, name, "Changes must be made through a pull request.");
  if (!state.store.commits.has(sha)) throw unprocessable("Object does not exist");
  if (!force && !contains(state.store, sha, state.refs.get(name)?.sha ?? ""))
    throw unprocessable("Update is not a fast forward");
  writeRef(state, name, sha);
  settle(state, branchOf(name), actor);
  return ok(gitRef(state, site, name, sha));
}

function remove(call: Call): Answer {
  const { state, actor } = call;
  const name = requireRef(call);
  requireUnprotected(state, name, "Cannot delete this protected branch");
  if (branchOf(name) === state.defaultBranch) throw unprocessable("Cannot delete the default branch");
  removeBranch(state, branchOf(name), actor);
  return NO_CONTENT;
}

/** Deletes a branch and closes what was open from it. */
export function removeBranch(state: State, branch: string, by: string): void {
  for (const pull of [...openPulls(state, { branch }), ...openPulls(state, { base: branch })]) closePull(state, pull, by);
  state.refs.delete(`refs/heads/${branch}`);
}

function requireRef(call: Call): string {
  const name = `refs/${parameter(call, "ref")}`;
  if (!call.state.refs.has(name)) throw unprocessable("Reference does not exist");
  return name;
}

function requireUnprotected({ protections }: State, name: string, message: string): void {
  if (protections.has(branchOf(name))) throw unprocessable(message);
}

/** The rules of `git check-ref-format` that a branch name could break. */
function isWellFormed(ref: string): boolean {
  const isClean = [...ref].every((character) => character > " " && !"~^:?*[\\\u007f".includes(character));
  const parts = ref.split("/");
  return (
    isClean &&
    !/\.\.|@\{|\.$/.test(ref) &&
    parts.every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"))
  );
}

export function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, "");
}
