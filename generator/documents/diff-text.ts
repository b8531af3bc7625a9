import { visible } from "./diff-escape.ts";
import { fieldLines } from "./diff-fields.ts";
import {
  type DiffCounts,
  type DiffEnvironment,
  type DiffGroup,
  type DiffValues,
  fewOf,
  groupObjects,
  workloadWords,
} from "./diff-values.ts";

/** Longer values say more in `--json`. */
const LONGEST_VALUE = 160;
const NAMES_OF_A_GROUP = 8;

/** The difference for a person at a terminal. */
export function diffText(values: DiffValues, { colour }: { readonly colour: boolean }): string {
  const paint = colour ? painted : (_risk: string, text: string) => text;
  const head = `From ${values.from} to ${values.to}:`;
  if (values.environments.length === 0) return `${visible(head)} no object differs.\n`;
  const parts = [[head], table(values.environments), ...values.environments.map(environmentLines)];
  const lines = parts.flatMap((part, index) => (index === 0 ? part : ["", ...part]));
  const same = values.unchanged.length === 0 ? [] : ["", `No object differs in ${fewOf(values.unchanged, NAMES_OF_A_GROUP)}.`];
  return `${[...lines, ...same].map((line) => coloured(visible(line), paint)).join("\n")}\n`;
}

const COLOURS: Readonly<Record<string, string>> = { destructive: "1;31", high: "31", medium: "33", low: "32", none: "2" };

function painted(risk: string, text: string): string {
  return `\x1b[${COLOURS[risk] ?? "0"}m${text}\x1b[0m`;
}

/** Risks are painted where the layout puts them: alone in a column, or in brackets behind an object. */
function coloured(line: string, paint: (risk: string, text: string) => string): string {
  return line
    .replace(/^( {4})(destructive|high|medium|low|none)(?= )/, (_all, indent, risk) => `${indent}${paint(risk, risk)}`)
    .replace(/^( {2}\S+ +)(destructive|high|medium|low|none)(?= +\d)/, (_all, name, risk) => `${name}${paint(risk, risk)}`)
    .replace(/ \((destructive|high|medium|low|none)\)$/, (_all, risk) => ` (${paint(risk, risk)})`);
}

const COLUMNS: readonly { readonly title: string; readonly count: keyof DiffCounts }[] = [
  { title: "Added", count: "added" },
  { title: "Changed", count: "changed" },
  { title: "Removed", count: "removed" },
  { title: "Pods that restart", count: "restarts" },
];

function table(environments: readonly DiffEnvironment[]): string[] {
  const width = Math.max("Environment".length, ...environments.map(({ name }) => name.length));
  const row = (name: string, risk: string, cells: readonly string[]) => {
    const numbers = cells.map((cell, index) => cell.padStart(COLUMNS[index]?.title.length ?? 0));
    return `  ${[name.padEnd(width), risk.padEnd("destructive".length), ...numbers].join("  ")}`;
  };
  const titles = COLUMNS.map(({ title }) => title);
  const rows = environments.map(({ name, risk, counts }) =>
    row(
      name,
      risk,
      COLUMNS.map(({ count }) => String(counts[count])),
    ),
  );
  return [row("Environment", "Risk", titles), ...rows];
}

function environmentLines({ name, status, reasons, rollOut, objects }: DiffEnvironment): string[] {
  return [
    status === "changed" ? name : `${name}, which is ${status}`,
    ...section("Why", reasons.flatMap(reasonLines)),
    ...section(
      "Roll-out, one wave after the other",
      rollOut.flatMap(({ wave, workloads }) =>
        workloads.map((workload) => `    wave ${String(wave).padEnd(3)} ${workload.name}: ${workloadWords(workload)}`),
      ),
    ),
    ...section("Objects", groupObjects(objects).flatMap(groupLines)),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

function reasonLines({ risk, message, objects }: DiffEnvironment["reasons"][number]): string[] {
  return [`    ${risk.padEnd("destructive".length)}  ${message}`, `${" ".repeat(17)}${fewOf(objects, 3)}`];
}

function groupLines({ change, risk, names, fields }: DiffGroup): string[] {
  const lines = fields.flatMap((field) => fieldLines(field, LONGEST_VALUE));
  return [`    ${change} ${fewOf(names, NAMES_OF_A_GROUP)} (${risk})`, ...lines.map((line) => `      ${line}`)];
}
