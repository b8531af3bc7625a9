import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { inSteps, type Step } from "./workflow.ts";

/**
 * GitHub puts the value into the script before the shell reads it, and a title or the name of a branch may hold a command (zizmor
 * template-injection). What nobody outside can choose is let through.
 */
export const scriptsTakeNoText: Invariant<RepositoryTree> = {
  name: "scripts-take-no-text",
  code: "E_POLICY",
  severity: "error",
  reason: "The value becomes part of the script, and whoever chooses it runs commands here.",
  remedy: 'Set it as a variable under env, and use "$VARIABLE" in the script.',
  find: inSteps((step) => [
    ...new Set(
      scripts(step)
        .flatMap(expressions)
        .filter((expression) => !isSafe(expression))
        .map((expression) => `its script takes in ${expression}.`),
    ),
  ]),
};

/** `run`, and the program that actions/github-script is given. */
function scripts({ fields: { run, with: inputs } }: Step): string[] {
  return [run, isMap(inputs) ? inputs.script : undefined].filter((script) => typeof script === "string");
}

function expressions(script: string): string[] {
  return [...script.matchAll(/\$\{\{\s*(.*?)\s*\}\}/gs)].map(([, expression = ""]) => expression);
}

function isSafe(expression: string): boolean {
  return /^(?:matrix\.[\w-]+|runner\.[\w-]+|github\.(?:sha|run_id|run_number|run_attempt|repository|workspace|event_name))$/.test(
    expression,
  );
}
