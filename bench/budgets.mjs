/** What the project allows itself. Times are milliseconds, memory is kilobytes. */
export const BUDGETS = {
  /** Of three `helm template` runs, for three environments. */
  shareOfHelm: 0.5,
  oneMore: { milliseconds: 1.5, kilobytes: 30 },
  fleets: {
    1000: { fromNothing: 3000, unchanged: 1000, kilobytes: 300_000 },
    10000: { fromNothing: 30_000, kilobytes: 500_000 },
  },
};

/** Whether a budget is kept. */
export function verdict(value, budget) {
  return value <= budget ? "ok" : "over";
}
