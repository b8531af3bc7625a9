import type { Fault, FaultHandle, Match } from "./fault.ts";
import { matches } from "./match.ts";

/** The faults and races that wait for their call. */
export interface Armed {
  readonly faults: Set<{ readonly fault: Fault; seen: number; hits: number }>;
  readonly races: Set<{ readonly on: Match; readonly action: () => void }>;
}

export function arm({ faults }: Armed, fault: Fault): FaultHandle {
  const one = { fault, seen: 0, hits: 0 };
  faults.add(one);
  return { hits: () => one.hits, remove: () => faults.delete(one) };
}

/** The fault that hits this call, the one that was set first. Every fault counts the calls that match it. */
export function faultFor({ faults }: Armed, call: string): Fault | undefined {
  const hit = [...faults].filter((one) => isHit(one, call));
  const [first] = hit;
  if (first !== undefined) first.hits += 1;
  return first?.fault;
}

/** Lets happen what was to happen meanwhile. */
export function runRaces({ races }: Armed, call: string): void {
  for (const race of [...races].filter(({ on }) => matches(on, call))) {
    races.delete(race);
    race.action();
  }
}

function isHit(one: { readonly fault: Fault; seen: number }, call: string): boolean {
  const { on, nth = 1, times = 1 } = one.fault;
  if (!matches(on, call)) return false;
  one.seen += 1;
  return one.seen >= nth && one.seen < nth + times;
}
