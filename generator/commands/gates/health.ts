import type { GateValues } from "../../documents/pull-request-values.ts";
import type { GateFacts, Report } from "./facts.ts";
import { gate, minute, short } from "./gate.ts";
import { steadySince } from "./steady.ts";

const { passed, waiting, failed, notAsked, unknown } = gate("health");

/** Argo CD calls the environment that the change comes from synced and healthy, with what the branch holds now. */
export function healthGate({ from, asked, isReporting, github }: GateFacts): GateValues {
  if (asked.health === "none") return notAsked();
  if (github === undefined) return unknown();
  const [newest] = github.reports;
  if (newest === undefined) return waiting(silence(from, isReporting));
  if (!newest.isCurrent) return waiting(`Argo CD has not reported ${from} as it is in Git now. ${lastWord(newest)}`);
  if (newest.state === "pending") return waiting(`Argo CD is at it: ${short(newest.commit)} in ${from}.`);
  if (newest.state === "failure") return failed(`In ${from} the sync failed, or it is degraded. ${lastWord(newest)}`);
  const since = steadySince(github.reports) ?? newest.at;
  return passed(`${from} is synced and healthy with ${short(newest.commit)} since ${minute(since)}.`);
}

function silence(from: string, isReporting: boolean): string {
  return isReporting
    ? `Argo CD has reported nothing of ${from} yet.`
    : "Argo CD reports nothing, because notifications.github is off in gitops.yaml.";
}

function lastWord({ commit, state, at }: Report): string {
  return `Its last word is ${state} at ${minute(at)}, of ${short(commit)}.`;
}
