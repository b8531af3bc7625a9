/** Seconds of a Go duration in hours, minutes and seconds: `1h30m`. */
export function durationSeconds(duration: string): number {
  return [...duration.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, number, unit = "s"]) => sum + Number(number) * (SECONDS[unit] ?? 0),
    0,
  );
}

const SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
