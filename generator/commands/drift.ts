import { type Config, type EnvironmentConfig, loadConfig } from "../config/index.ts";
import { driftMarkdown } from "../documents/drift-markdown.ts";
import { driftText } from "../documents/drift-text.ts";
import type { DriftStep } from "../documents/drift-values.ts";
import { EXIT, type Finding } from "../errors.ts";
import { readSources } from "../system/repository.ts";
import { driftFields } from "./drift-fields.ts";
import type { Output } from "./output.ts";
import { reportFindings } from "./report-findings.ts";

export interface DriftOptions {
  readonly directory: string;
  readonly markdown?: boolean;
  readonly fail?: boolean;
}

/** Says for each two neighbours of the promotion order what promotes and differs. Drift alone is no failure. */
export async function drift({ directory, markdown, fail }: DriftOptions, out: Output): Promise<number> {
  const { config, findings } = loadConfig(readSources(directory));
  const isBroken = findings.some(({ severity }) => severity === "error");
  if (config === undefined || isBroken) return reportFindings(findings, "Nothing was compared.", out);
  reportFindings(findings, "The environments were compared all the same.", out);
  const steps = stepsOf(config);
  out.print(out.json ? driftJson(steps, findings) : markdown ? driftMarkdown(steps) : driftText(steps));
  return fail && steps.some(({ fields }) => fields.length > 0) ? EXIT.check : EXIT.done;
}

function stepsOf({ platform: { promotion = [] }, environments }: Config): DriftStep[] {
  const byName = new Map(environments.map((environment) => [environment.name, environment]));
  const ordered = promotion.flatMap((name) => byName.get(name) ?? []);
  return ordered.slice(1).map((to, index) => step(ordered[index] ?? to, to));
}

function step(from: EnvironmentConfig, to: EnvironmentConfig): DriftStep {
  return { from: from.name, to: to.name, fields: driftFields(from, to) };
}

/** The schema is in `docs/workflows.md`. */
function driftJson(steps: readonly DriftStep[], findings: readonly Finding[]): string {
  return `${JSON.stringify({ findings, steps }, null, 2)}\n`;
}
