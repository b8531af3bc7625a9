import type { Call } from "../server/call.ts";
import { settle } from "../state/closing.ts";
import { writeRef } from "../state/refs.ts";
import type { Mutation } from "./graphql-mutation.ts";
import { branchOf, removeBranch } from "./refs.ts";

interface RefUpdate {
  readonly name: string;
  readonly beforeOid?: string;
  readonly afterOid: string;
}

const NOWHERE = "0".repeat(40);

/** Moves branches from where they are known to be, all of them or none: the one write of GitHub's that compares first. */
export function updateRefs({ state, actor }: Call, { input }: Mutation): string | undefined {
  const updates = input.refUpdates as readonly RefUpdate[];
  const at = (name: string) => state.refs.get(name)?.sha ?? NOWHERE;
  const moved = updates.find(({ name, beforeOid }) => beforeOid !== undefined && beforeOid !== at(name));
  if (moved !== undefined) return `${moved.name} is at ${at(moved.name)} but expected ${moved.beforeOid}`;
  const guarded = updates.find(({ name }) => state.protections.has(branchOf(name)));
  if (guarded !== undefined) return `Cannot update this protected ref: ${guarded.name}`;
  for (const { name, afterOid } of updates) {
    if (afterOid === NOWHERE) removeBranch(state, branchOf(name), actor);
    else {
      writeRef(state, name, afterOid);
      settle(state, branchOf(name), actor);
    }
  }
  return undefined;
}
