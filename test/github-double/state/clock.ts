import type { Signature } from "../git/objects.ts";
import type { State } from "./state.ts";

const START = Date.UTC(2026, 0, 1);

/** The next second of the double's own time, so that no two writes have the same. */
export function now(state: State): string {
  state.seconds += 1;
  return new Date(START + state.seconds * 1000).toISOString().replace(".000Z", "Z");
}

export function nextId(state: State): number {
  state.lastId += 1;
  return state.lastId;
}

/** How GitHub signs for a user: with the address that hides theirs. */
export function signatureOf(login: string, date: string): Signature {
  return { name: login, email: `${login}@users.noreply.github.com`, date };
}
