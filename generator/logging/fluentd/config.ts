import type { Environment, Logging } from "../../model/environment.ts";
import { directive, renderDirectives } from "./directive.ts";
import { LINES, PARSED, WHOLE_LINES } from "./lines.ts";
import { output } from "./output.ts";
import { RECORD } from "./record.ts";
import { METRICS, sources } from "./sources.ts";

/** `fluent.conf`: what is read, how it becomes a document, and where that goes. */
export function fluentConfig(logging: Logging, environments: readonly Pick<Environment, "name" | "namespace">[]): string {
  return renderDirectives([
    ...METRICS,
    ...sources(environments),
    ...WHOLE_LINES,
    directive(`label ${LINES}`, {}, [...PARSED, ...RECORD, output(logging)]),
  ]);
}
