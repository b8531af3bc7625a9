import type { GateValues } from "../../documents/pull-request-values.ts";
import type { GateFacts } from "./facts.ts";
import { gate, minute } from "./gate.ts";
import { steadySince } from "./steady.ts";

const { passed, waiting, notAsked, unknown, nobodyReports } = gate("soak");

/** The change has run long enough where it comes from. A fault starts the time anew, and so does another change. */
export function soakGate({ from, asked, isReporting, github }: GateFacts, now: Date): GateValues {
  if (asked.soakSeconds === 0) return notAsked();
  if (github === undefined) return unknown();
  const length = duration(asked.soakSeconds);
  const since = steadySince(github.reports);
  if (since === undefined) {
    return waiting(isReporting ? `The ${length} begin when ${from} is healthy as it is in Git now.` : nobodyReports(from));
  }
  const end = new Date(since.getTime() + asked.soakSeconds * 1000);
  if (now < end) return waiting(`Until ${minuteAfter(end)}: ${from} has run without a fault since ${minute(since)}.`);
  return passed(`${from} has run without a fault since ${minute(since)}, which is ${length} or more.`);
}

/** Never too early. */
function minuteAfter(time: Date): string {
  return minute(new Date(Math.ceil(time.getTime() / 60_000) * 60_000));
}

/** `24h`, `1h30m` */
function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts.map(([count, unit]) => (count === 0 ? "" : `${count}${unit}`)).join("");
}
