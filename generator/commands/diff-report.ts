import { highestRisk } from "../changes/index.ts";
import { diffMarkdown } from "../documents/diff-markdown.ts";
import { diffText } from "../documents/diff-text.ts";
import type { DiffValues } from "../documents/diff-values.ts";
import type { Finding } from "../errors.ts";
import type { Comparison } from "./diff-compare.ts";
import type { Output } from "./output.ts";

interface Report {
  readonly findings: readonly Finding[];
  readonly markdown: boolean;
}

/** GitHub refuses a body of more than 65,536 characters; what a person adds needs room too. */
export const BODY_CHARACTERS = 60_000;

/** Prints the difference in the form that was asked for. */
export async function reportDiff(comparison: Comparison, { findings, markdown }: Report, out: Output): Promise<void> {
  if (out.json) return out.print(diffJson(comparison, findings));
  const values = diffValues(comparison);
  out.print(
    markdown ? diffMarkdown(values, BODY_CHARACTERS) : diffText(values, { colour: isColoured(process.stdout, process.env) }),
  );
}

/** What the texts tell of a comparison. */
export function diffValues({ before, after, environments, unchanged }: Comparison): DiffValues {
  return { from: before.title, to: after.title, environments, unchanged };
}

/** The schema is in `docs/diff.md`. */
function diffJson({ before, after, environments, unchanged }: Comparison, findings: readonly Finding[]): string {
  const result = {
    findings,
    from: { title: before.title, commit: before.commit ?? null },
    to: { title: after.title, commit: after.commit ?? null },
    risk: highestRisk(environments.map(({ risk }) => risk)),
    environments,
    unchanged,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** On a terminal, unless the person wants none (https://no-color.org). */
export function isColoured(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && (env.NO_COLOR ?? "") === "";
}
