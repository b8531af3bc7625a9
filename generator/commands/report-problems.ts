import type { Invariant } from "../checks/invariant.ts";
import type { Verdict } from "../checks/suppressions.ts";
import { renderProblems } from "../documents/problems.ts";
import { sarif } from "../documents/sarif.ts";
import type { Finding } from "../errors.ts";
import type { Environment } from "../model/environment.ts";
import type { Output } from "./output.ts";
import { reportFindings } from "./report-findings.ts";

/** What was looked at, and what was found. */
export interface Checked {
  readonly environments: readonly Pick<Environment, "name" | "namespace">[];
  readonly objects: number;
  readonly invariants: readonly Pick<Invariant<never>, "name" | "severity" | "reason" | "remedy">[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
}

/** A paragraph for each problem and a line that counts them, or one document for a program. */
export function reportProblems(checked: Checked, form: "text" | "json" | "sarif", out: Output): void {
  if (form === "text") reportText(checked, out);
  else out.print(document(form === "sarif" ? sarifOf(checked) : jsonOf(checked)));
}

function reportText(checked: Checked, out: Output): void {
  reportFindings(checked.findings, "They do not fail the check.", out);
  const { open, suppressed } = checked.verdict;
  out.complain(renderProblems([...open, ...suppressed]));
  out.print(`${summary(checked)}\n`);
}

function jsonOf({ environments, objects, invariants, findings, verdict }: Checked): object {
  const { open, suppressed } = verdict;
  const good = !open.some(({ severity }) => severity === "error");
  const names = environments.map(({ name }) => name);
  return { findings, problems: open, suppressed, environments: names, objects, invariants: invariants.length, good };
}

function sarifOf({ invariants, environments, verdict }: Checked): object {
  const problems = [...verdict.open, ...verdict.suppressed];
  return sarif(
    invariants,
    problems.map((problem) => ({ ...problem, file: fileOf(problem.subject, environments) })),
  );
}

/** A file is its own place; an object's is the file of the environment whose namespace it is in, and else the platform's. */
function fileOf(subject: string, environments: Checked["environments"]): string {
  const [, address] = subject.split(" ");
  if (address === undefined) return subject;
  const owner = environments.find(({ namespace }) => address === namespace || address.startsWith(`${namespace}/`));
  return owner === undefined ? "gitops.yaml" : `overlays/${owner.name}/environment.yaml`;
}

function summary({ environments, objects, invariants, verdict: { open, suppressed } }: Checked): string {
  const errors = open.filter(({ severity }) => severity === "error").length;
  const found = [count(errors, "problem"), count(open.length - errors, "warning"), `${suppressed.length} suppressed`].join(
    ", ",
  );
  return `${count(environments.length, "environment")}, ${count(objects, "object")}, ${count(invariants.length, "invariant")}: ${found}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function document(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
