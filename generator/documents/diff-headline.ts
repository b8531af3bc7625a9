import { clipped } from "./clipped.ts";
import { escapeMarkdown } from "./diff-escape.ts";
import { type DiffEnvironment, type DiffReason, type DiffValues, fewOf } from "./diff-values.ts";
import { highestRisk } from "./risks.ts";

const MOST_NAMES = 3;
const MOST_REASONS = 3;
const LONGEST_TEXT = 300;

/** The rule that tells where fewer pods serve while others restart. */
const CAPACITY_RULE = "capacity-dips";

/** What a reviewer must know before all else, as a list: the highest risk and why, which pods restart, and what is missing meanwhile. */
export function diffHeadline({ environments }: DiffValues): string {
  if (environments.length === 0) return "**No object in a cluster differs.**";
  const risk = highestRisk(environments.map((environment) => environment.risk));
  const reasons = environments.flatMap((environment) => environment.reasons.map((reason) => ({ ...reason, environment })));
  const highest = reasons.filter((reason) => reason.risk === risk);
  const [first, ...others] = highest;
  const dips = reasons.filter((reason) => reason.rule === CAPACITY_RULE && reason !== first);
  const words = environmentsWords(environments, risk);
  return [
    `- **Highest risk: ${risk}${words}.** ${first === undefined ? noReason(risk) : reasonWords(first)}${moreWords(others)}`,
    `- **Pods:** ${podsWords(environments)}`,
    ...capacityLine(dips),
  ].join("\n");
}

/** Only of those that have the risk, and none where nothing acts differently. */
function environmentsWords(environments: readonly DiffEnvironment[], risk: string): string {
  const names = environments.filter((environment) => environment.risk === risk).map(({ name }) => name);
  return risk === "none" ? "" : `, in ${shortNames(names)}`;
}

function noReason(risk: string): string {
  return risk === "none" ? "Nothing in a cluster acts differently." : "The objects below tell why.";
}

function reasonWords({ message, objects }: DiffReason): string {
  return `${escapeMarkdown(clipped(message, LONGEST_TEXT))} (${shortNames(objects)})`;
}

function shortNames(names: readonly string[]): string {
  return escapeMarkdown(clipped(fewOf(names, MOST_NAMES), LONGEST_TEXT));
}

function moreWords({ length }: readonly unknown[]): string {
  return length === 0 ? "" : `, and ${length} more reason${length === 1 ? "" : "s"} for this risk`;
}

function podsWords(environments: readonly DiffEnvironment[]): string {
  const waves = environments.flatMap(({ rollOut }) => rollOut);
  const workloads = waves.flatMap((wave) => wave.workloads);
  const restarting = total(environments.map(({ counts }) => counts.restarts));
  const starting = total(workloads.filter(({ action }) => action === "start").map(({ pods = 0 }) => pods));
  const onNodes = workloads.filter(({ pods }) => pods === undefined).length;
  const parts = [
    ...(restarting > 0 ? [`${restarting} restart`] : []),
    ...(starting > 0 ? [`${starting} start`] : []),
    ...(onNodes > 0 ? [`those of ${onNodes} DaemonSet${onNodes === 1 ? "" : "s"} on every node`] : []),
  ];
  if (parts.length === 0) return "none restarts.";
  return `${parts.join(" and ")}, in ${waves.length} wave${waves.length === 1 ? "" : "s"}.`;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function capacityLine(dips: readonly DiffReason[]): string[] {
  const words = dips.slice(0, MOST_REASONS).map(reasonWords).join("; ");
  const more = dips.length > MOST_REASONS ? ` and ${dips.length - MOST_REASONS} more` : "";
  return dips.length === 0 ? [] : [`- **While it rolls out:** ${words}${more}`];
}
