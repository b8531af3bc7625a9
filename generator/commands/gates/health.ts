import type { GateValues } from "../../documents/pull-request-values.ts";
import type { GateFacts, Report } from "./facts.ts";
import { gate, minute, short } from "./gate.ts";
import { steadySince } from "./steady.ts";

const { passed, waiting, failed, notAsked, unknown, nobodyReports } = gate("health");

/** Argo CD calls the environment that the change comes from synced and healthy, with what the branch holds now. */
export function healthGate({ from, asked, isReporting, github }: GateFacts): GateValues {
  if (asked.health === "none") return notAsked();
  if (github === undefined) return unknown();
  const [newest] = github.reports;
  const since = steadySince(github.reports);
  if (newest !== undefined && since !== undefined) {
    return passed(`${from} is synced and healthy with ${short(newest.commit)} since ${minute(since)}.`);
  }
  const verdict = newest?.isCurrent === true && newest.state === "failure" ? failed : waiting;
  return verdict(isReporting ? lastHeard(from, newest) : nobodyReports(from));
}

function lastHeard(from: string, newest: Report | undefined): string {
  if (newest === undefined) return `Argo CD has reported nothing of ${from} yet.`;
  if (!newest.isCurrent) return `Argo CD has not reported ${from} as it is in Git now. ${lastWord(newest)}`;
  if (newest.state === "pending") return `Argo CD is at it: ${short(newest.commit)} in ${from}.`;
  return `In ${from} the sync failed, or it is degraded. ${lastWord(newest)}`;
}

function lastWord({ commit, state, at }: Report): string {
  return `Its last word is ${state} at ${minute(at)}, of ${short(commit)}.`;
}
