import type { State } from "./state.ts";

/** Sets a ref, whatever stands against it; the reads that follow may lag. */
export function writeRef(state: State, name: string, sha: string): void {
  const before = state.refs.get(name)?.sha;
  state.refs.set(name, { sha, before, staleReads: state.lag.refs });
}

/** What a request that reads the ref gets to see; one that is late counts down. */
export function readRef(state: State, name: string): string | undefined {
  const ref = state.refs.get(name);
  if (ref === undefined || ref.staleReads === 0) return ref?.sha;
  ref.staleReads -= 1;
  return ref.before;
}

/** The commit of a branch as it is. */
export function branchHead(state: State, branch: string): string | undefined {
  return state.refs.get(`refs/heads/${branch}`)?.sha;
}

/** Git keeps refs as files and folders: `a` and `a/b` cannot both be. */
export function clashes(state: State, name: string): boolean {
  return [...state.refs.keys()].some((other) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`));
}

export function branchNames(state: State): string[] {
  return [...state.refs.keys()]
    .filter((name) => name.startsWith("refs/heads/"))
    .map((name) => name.slice("refs/heads/".length))
    .sort();
}

/** The commit that a branch, a whole or shortened ref, or an id names, as a read sees it. */
export function resolveCommit(state: State, ref: string): string | undefined {
  const named = [ref, `refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`].find((name) => state.refs.has(name));
  if (named !== undefined) return readRef(state, named);
  return state.store.commits.has(ref) ? ref : undefined;
}

/** The commit that a test names by a branch or an id, as it is. */
export function requireSha(state: State, ref: string): string {
  const sha = branchHead(state, ref) ?? (state.store.commits.has(ref) ? ref : undefined);
  if (sha === undefined) throw new Error(`the double has no ${ref}`);
  return sha;
}
