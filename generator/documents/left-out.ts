import type { Cut } from "./budget.ts";

/** How much a text does not tell, and where it stands; empty where it tells all. */
export function leftOutLine({ left }: Cut): string {
  return left === "" ? "" : `Left out to keep this short: ${left}. \`npm run diff\` on this branch shows every object.`;
}
