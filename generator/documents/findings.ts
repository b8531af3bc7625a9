import type { Finding } from "../errors.ts";

/**
 * Findings for a person at a terminal, each with an address that can be clicked, and a closing line that counts them.
 * `closing` says what the run did in spite of them: "Nothing was written."
 */
export function renderFindings(findings: readonly Finding[], options: { readonly closing: string }): string {
  if (findings.length === 0) return "";
  const paragraphs = sortFindings(findings).map(paragraph);
  return `${paragraphs.join("\n")}\n\n${summary(findings)} ${options.closing}\n`;
}

/** By file, line and column, and in a fixed order at one place. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => compareText(a.location.file, b.location.file) || comparePlace(a, b) || compareWords(a, b),
  );
}

function comparePlace(a: Finding, b: Finding): number {
  return a.location.line - b.location.line || a.location.column - b.location.column;
}

function compareWords(a: Finding, b: Finding): number {
  return compareText(a.path, b.path) || compareText(a.code, b.code) || compareText(a.message, b.message);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function paragraph(finding: Finding): string {
  const { file, line, column } = finding.location;
  const severity = finding.severity === "warning" ? "warning: " : "";
  const subject = finding.path === "" ? "" : `${finding.path}: `;
  const head = `${file}:${line}:${column} ${severity}${subject}${finding.message}`;
  const reason = finding.reason === "" ? [] : [`  ${finding.reason}`];
  return [head, ...reason, `  ${finding.remedy} (${finding.code})`].map(oneLine).join("\n");
}

/** A name can hold what a terminal would obey. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

function summary(findings: readonly Finding[]): string {
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const problems = findings.length - warnings;
  const files = new Set(findings.map(({ location }) => location.file)).size;
  const counts = [...(problems > 0 ? [count(problems, "problem")] : []), ...(warnings > 0 ? [count(warnings, "warning")] : [])];
  return `${counts.join(" and ")} in ${count(files, "file")}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
