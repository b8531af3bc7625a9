import { visible } from "./diff-escape.ts";
import { type DriftField, type DriftStep, fieldsDiffer, NO_ORDER, promoteCommand } from "./drift-values.ts";

/** The drift between environments for a person at a terminal. */
export function driftText(steps: readonly DriftStep[]): string {
  if (steps.length === 0) return `${NO_ORDER}\n`;
  const lines = steps.map(stepLines).flatMap((part, index) => (index === 0 ? part : ["", ...part]));
  return `${lines.map(visible).join("\n")}\n`;
}

function stepLines(step: DriftStep): string[] {
  const { from, to, fields } = step;
  if (fields.length === 0) return [`From ${from} to ${to}: nothing differs that promotes.`];
  return [
    `From ${from} to ${to}: ${fieldsDiffer(step)}.`,
    ...table({ path: "Field", ahead: from, behind: to }, fields),
    `  Propose it: ${promoteCommand(step)}`,
  ];
}

function table(head: DriftField, fields: readonly DriftField[]): string[] {
  const rows = [head, ...fields];
  const width = (column: keyof DriftField) => Math.max(...rows.map((row) => row[column].length));
  const [path, ahead] = [width("path"), width("ahead")];
  return rows.map((row) => `  ${row.path.padEnd(path)}  ${row.ahead.padEnd(ahead)}  ${row.behind}`);
}
