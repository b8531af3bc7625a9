/** From what nobody notices to what loses data. */
export const RISKS = ["none", "low", "medium", "high", "destructive"] as const;

export type Risk = (typeof RISKS)[number];

export function highestRisk(risks: readonly Risk[]): Risk {
  return risks.reduce((a, b) => (compareRisk(a, b) <= 0 ? a : b), "none");
}

/** Orders the higher risk first. */
export function compareRisk(a: Risk, b: Risk): number {
  return RISKS.indexOf(b) - RISKS.indexOf(a);
}
