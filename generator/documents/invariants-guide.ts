/** An invariant as people look it up. */
export interface InvariantEntry {
  readonly name: string;
  readonly severity: "error" | "warning";
  readonly reason: string;
  readonly remedy: string;
}

/** Every invariant with its reason and remedy, as Markdown; `groups` by the title of what they hold for. */
export function invariantsGuide(groups: Readonly<Record<string, readonly InvariantEntry[]>>): string {
  const sections = Object.entries(groups).map(([title, entries]) => `## ${title}\n\n${HEAD}${entries.map(row).join("")}`);
  return `${INTRODUCTION}\n${sections.join("\n")}`;
}

const INTRODUCTION = `# Invariants

What \`npm run validate\` holds every rendered environment against, and \`npm run check\` every planned one. \`npm run -s validate -- --list\`
prints this page. A name never changes its meaning: [\`suppressions\`](configuration.md#acknowledged-and-accepted) use it.
`;

const HEAD = "| Name | Why | What to do |\n| --- | --- | --- |\n";

function row({ name, severity, reason, remedy }: InvariantEntry): string {
  const mark = severity === "warning" ? " (warning)" : "";
  return `| \`${name}\`${mark} | ${cell(reason)} | ${cell(remedy)} |\n`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
