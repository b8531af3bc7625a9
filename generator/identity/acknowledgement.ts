import type { Change } from "./rule.ts";

/** What a person says of one change in `environment.yaml`. */
export interface Acknowledgement {
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Whether it speaks of this change: of its fact and both of its values. */
export function speaksOf({ change, from, to }: Acknowledgement, { fact, from: before, to: after }: Change): boolean {
  return change === fact && from === before && to === after;
}
