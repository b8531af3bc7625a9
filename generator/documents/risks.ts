const RISKS: readonly string[] = ["none", "low", "medium", "high", "destructive"];

/** Orders the lower risk first. */
export function compareRisk(a: string, b: string): number {
  return RISKS.indexOf(a) - RISKS.indexOf(b);
}

export function highestRisk(risks: readonly string[]): string {
  return risks.reduce((a, b) => (compareRisk(a, b) >= 0 ? a : b), "none");
}
