const UNITS = ["Gi", "Ti", "Pi"] as const;

/** Whole cores, rounded up. */
export function cores(amount: number): string {
  return String(roundedUp(amount));
}

/** Whole gibibytes of bytes, rounded up, as the API server writes them: 2048Gi come back as 2Ti. */
export function gibibytes(bytes: number): string {
  return inUnit(roundedUp(bytes / 2 ** 30), 0);
}

function inUnit(amount: number, unit: number): string {
  const next = unit + 1;
  return amount % 1024 === 0 && next < UNITS.length ? inUnit(amount / 1024, next) : `${amount}${UNITS[unit]}`;
}

/** Sums of tenths are seldom exact, and a whole number must not become the next one for it. */
function roundedUp(amount: number): number {
  return Math.max(1, Math.ceil(Number(amount.toFixed(6))));
}
