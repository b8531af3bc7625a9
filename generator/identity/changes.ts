import { isCovered } from "./covered.ts";
import type { Facts } from "./facts.ts";
import type { Change, Refusal } from "./rule.ts";
import { ruleOf } from "./rules.ts";

export interface RefusedChange {
  readonly change: Change;
  readonly refusal: Refusal;
}

/**
 * The changes that are not just made, in the order of their names. What is new is recorded; what changes because its owner does,
 * as the volumes of an etcd that is switched off, is told once, as the owner's change.
 */
export function refusedChanges(before: Facts, after: Facts): RefusedChange[] {
  return Object.keys(before).flatMap((fact) => {
    const change = changeOf(fact, before, after);
    if (change === undefined || isCovered(change)) return [];
    const refusal = ruleOf(fact)?.(change);
    return refusal === undefined ? [] : [{ change, refusal }];
  });
}

function changeOf(fact: string, before: Facts, after: Facts): Change | undefined {
  const [from = "", to] = [before[fact], after[fact]];
  return from === to ? undefined : { fact, from, to, before, after };
}
