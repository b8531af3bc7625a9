import { renderFindings } from "../documents/findings.ts";
import { EXIT, type Finding } from "../errors.ts";
import type { Output } from "./output.ts";

/** Tells the findings to a person; a program gets them in the one document of the command. Gives the exit code that they stand for. */
export function reportFindings(findings: readonly Finding[], closing: string, out: Output): number {
  const hasErrors = findings.some(({ severity }) => severity === "error");
  if (!out.json) out.complain(renderFindings(findings, { closing }));
  else if (hasErrors) out.print(`${JSON.stringify({ findings, changes: [], written: false }, null, 2)}\n`);
  return hasErrors ? EXIT.input : EXIT.done;
}
