/** A broken invariant as a document needs it. */
export interface ProblemEntry {
  readonly invariant: string;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly subject: string;
  readonly message: string;
  readonly reason: string;
  readonly remedy: string;
  /** Why a person accepts it; undefined for one that stands. */
  readonly justification?: string;
}

/** Problems for a person at a terminal, errors first, and those that are accepted last. */
export function renderProblems(problems: readonly ProblemEntry[]): string {
  const rank = ({ severity, justification }: ProblemEntry) =>
    justification === undefined ? (severity === "error" ? 0 : 1) : 2;
  return [...problems]
    .sort((a, b) => rank(a) - rank(b))
    .map(paragraph)
    .join("");
}

function paragraph({ invariant, code, severity, subject, message, reason, remedy, justification }: ProblemEntry): string {
  if (justification !== undefined)
    return `${lines([`suppressed: ${subject}: ${message}`, `${justification} (${invariant}, ${code})`])}\n`;
  const head = `${severity === "warning" ? "warning: " : ""}${subject}: ${message}`;
  return `${lines([head, reason, `${remedy} (${invariant}, ${code})`])}\n`;
}

/** Names and values can hold what a terminal would obey. */
function lines([head = "", ...rest]: readonly string[]): string {
  return [head, ...rest.map((line) => `  ${line}`)]
    .map((line) => line.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`))
    .join("\n");
}
