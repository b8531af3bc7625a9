import type { Part } from "./budget.ts";
import { diagramLabel, escapeMarkdown, fenced } from "./diff-escape.ts";
import { fieldPatch } from "./diff-fields.ts";
import {
  type DiffEnvironment,
  type DiffGroup,
  type DiffReason,
  type DiffWave,
  fewOf,
  groupObjects,
  workloadWords,
} from "./diff-values.ts";
import { compareRisk } from "./risks.ts";

const LONGEST_VALUE = 1_000;
const NAMES_OF_A_GROUP = 8;
const NAMES_OF_A_REASON = 3;

/** What Markdown tells of an environment; every text is escaped for where it stands. */
export interface EnvironmentView extends Pick<DiffEnvironment, "risk" | "counts"> {
  readonly part: Part;
  readonly name: string;
  readonly title: string;
  readonly reasons: readonly (RatedView & { readonly message: string; readonly objects: string })[];
  /** One, or none where no pod restarts or starts. */
  readonly rollOuts: readonly { readonly part: Part; readonly steps: readonly StepView[] }[];
  readonly groups: readonly (RatedView & { readonly title: string; readonly patch: string })[];
}

interface RatedView {
  readonly part: Part;
  readonly risk: string;
}

interface StepView {
  readonly id: string;
  /** Empty for the last. */
  readonly next: string;
  readonly label: string;
  readonly words: string;
}

export function environmentView(environment: DiffEnvironment, index: number): EnvironmentView {
  const { name, status, risk, counts, reasons, rollOut, objects } = environment;
  const part = { noun: "environment", count: 1, size: name.length, within: undefined };
  const steps = rollOut.map((wave, step) => stepView(wave, `e${index}w${step}`, rollOut[step + 1] && `e${index}w${step + 1}`));
  return {
    part,
    name: escapeMarkdown(name),
    title: escapeMarkdown(status === "changed" ? `${name}: ${risk}` : `${name}, ${status}: ${risk}`),
    risk,
    counts,
    reasons: reasons.map((reason) => reasonView(reason, part)),
    rollOuts: steps.length === 0 ? [] : [rollOutView(steps, part)],
    groups: groupObjects(objects).map((group) => groupView(group, part)),
  };
}

function reasonView({ risk, message, objects }: DiffReason, within: Part): EnvironmentView["reasons"][number] {
  return {
    part: { noun: "reason", count: 1, size: message.length, within },
    risk,
    message: escapeMarkdown(message),
    objects: escapeMarkdown(fewOf(objects, NAMES_OF_A_REASON)),
  };
}

function rollOutView(steps: readonly StepView[], within: Part): EnvironmentView["rollOuts"][number] {
  const size = steps.reduce((sum, { label, words }) => sum + label.length + words.length, 0);
  return { part: { noun: "roll-out", count: 1, size, within }, steps };
}

function stepView({ wave, workloads }: DiffWave, id: string, next = ""): StepView {
  const label = workloads.map(({ name }) => diagramLabel(name)).join("<br>");
  const words = workloads.map((workload) => `${workload.name}: ${workloadWords(workload)}`).join("; ");
  return { id, next, label, words: escapeMarkdown(`Wave ${wave}: ${words}`) };
}

function groupView({ change, risk, names, fields }: DiffGroup, within: Part): EnvironmentView["groups"][number] {
  const lines = fields.flatMap((field) => fieldPatch(field, LONGEST_VALUE));
  const sign = change === "removed" ? "-" : "+";
  const title = escapeMarkdown(`${change} ${fewOf(names, NAMES_OF_A_GROUP)} (${risk})`);
  const patch = fenced("diff", lines.length > 0 ? lines : names.map((name) => `${sign} ${name}`));
  return { part: { noun: "object", count: names.length, size: title.length + patch.length, within }, risk, title, patch };
}

/**
 * What can be left out within environments, the least important first: fields of objects, then roll-outs, then reasons. Within each
 * kind the least risk goes first, and of one risk what stands further down.
 */
export function innerParts(environments: readonly EnvironmentView[]): Part[] {
  return [
    ...parts(environments.flatMap(({ groups }) => groups)),
    ...parts(environments.flatMap(({ rollOuts, risk }) => rollOuts.map(({ part }) => ({ part, risk })))),
    ...parts(environments.flatMap(({ reasons }) => reasons)),
  ];
}

/** Whole environments, in the same order. */
export function environmentParts(environments: readonly EnvironmentView[]): Part[] {
  return parts(environments);
}

function parts(views: readonly RatedView[]): Part[] {
  return [...views]
    .reverse()
    .sort((a, b) => compareRisk(a.risk, b.risk))
    .map(({ part }) => part);
}
