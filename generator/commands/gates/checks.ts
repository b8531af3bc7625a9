import type { GateValues } from "../../documents/pull-request-values.ts";
import type { GateFacts } from "./facts.ts";
import { gate, short } from "./gate.ts";

const { passed, waiting, failed, notAsked, unknown, nobodyReports } = gate("checks");

/** The checks that are asked for have passed on the commit that runs where the change comes from. */
export function checksGate({ from, asked, isReporting, github }: GateFacts): GateValues {
  if (asked.checks.length === 0) return notAsked();
  if (github === undefined) return unknown();
  const { checked, checks } = github;
  if (checked === undefined) {
    return waiting(
      isReporting ? `They are looked for when Argo CD reports ${from} healthy as it is in Git now.` : nobodyReports(from),
    );
  }
  const named = (state: string | undefined) => asked.checks.filter((name) => checks.get(name) === state);
  const [broken, going, missing] = [named("failure"), named("pending"), named(undefined)];
  const commit = short(checked);
  if (broken.length > 0) return failed(`Not passed on ${commit}: ${broken.join(", ")}.`);
  const open = [...going.map((name) => `${name} is not done`), ...missing.map((name) => `nothing has reported ${name}`)];
  if (open.length === 0) return passed(`Passed on ${commit}: ${asked.checks.join(", ")}.`);
  return waiting(`On ${commit} ${open.join(", ")}.${missing.length === 0 ? "" : UNREPORTED}`);
}

const UNREPORTED = " Run it for this commit, or leave it out of gates.checks.";
