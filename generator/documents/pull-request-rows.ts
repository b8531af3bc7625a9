import type { Part } from "./budget.ts";
import { clipped } from "./clipped.ts";
import { codeOrText, escapeMarkdown, escapeParagraph, fenced } from "./diff-escape.ts";
import type { FieldValues, GateValues, PullRequestValues } from "./pull-request-values.ts";

const LONGEST_VALUE = 200;
const LONGEST_TEXT = 500;

/** A line of the text, finished. */
export interface Row {
  readonly part: Part;
  readonly text: string;
}

/** Everything beside the difference that a body tells line by line. */
export interface Rows {
  readonly fields: readonly Row[];
  readonly gates: readonly (Row & { readonly state: GateValues["state"] })[];
  readonly warnings: readonly Row[];
  /** Commands as they are typed. */
  readonly undo: readonly (Row & { readonly isCommand: boolean })[];
  readonly command: Row;
}

export function rowsOf({ fields, gates, warnings, undo, command }: PullRequestValues): Rows {
  return {
    fields: fields.map((field) => row("field", fieldText(field))),
    gates: gates.map((gate) => ({ ...row("gate", gateText(gate)), state: gate.state })),
    warnings: warnings.map((warning) => row("warning", `- ${escapeParagraph(clipped(warning, LONGEST_TEXT))}`)),
    undo: undo.map(undoRow),
    command: row("command", fenced("sh", [command])),
  };
}

function undoRow(step: string): Rows["undo"][number] {
  const isCommand = COMMAND.test(step);
  return { ...row("undo step", isCommand ? step : escapeParagraph(step)), isCommand };
}

const COMMAND = /^(?:npm|git|gh|kubectl|argocd) /;

function row(noun: string, text: string): Row {
  return { part: { noun, count: 1, size: text.length, within: undefined }, text };
}

function fieldText({ path, before, after }: FieldValues): string {
  return `| ${codeOrText(clipped(path, LONGEST_VALUE))} | ${valueText(before)} | ${valueText(after)} |`;
}

/** Words of ours are in italics, which no value can be. */
function valueText(value: string | undefined): string {
  if (value === undefined) return "_not set_";
  return value === "" ? "_empty_" : codeOrText(clipped(value, LONGEST_VALUE));
}

function gateText({ name, state, text }: GateValues): string {
  const mark = state === "passed" ? "[x]" : "[ ]";
  const word = state === "passed" ? state : `**${state}**`;
  return `| ${mark} | ${escapeMarkdown(clipped(name, LONGEST_VALUE))} | ${word} | ${escapeMarkdown(clipped(text, LONGEST_TEXT))} |`;
}
