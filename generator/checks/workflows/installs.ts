import type { Invariant, RepositoryTree } from "../invariant.ts";
import { inSteps } from "./workflow.ts";

/** `npm ci` takes exactly what the lock file has. */
export const installsRunNoScripts: Invariant<RepositoryTree> = {
  name: "installs-run-no-scripts",
  code: "E_POLICY",
  severity: "error",
  reason: "A package that was taken over runs its install script with the job's token, and `npm install` takes newer ones too.",
  remedy: "Use npm ci --ignore-scripts.",
  find: inSteps(({ fields: { run } }) =>
    String(run ?? "")
      .split(/\n|&&|;/)
      .map((command) => command.trim())
      .filter((command) => /^npm (?:i|ci|install|add)\b/.test(command) && !isStrict(command))
      .map((command) => `it runs ${command}.`),
  ),
};

function isStrict(command: string): boolean {
  return command.startsWith("npm ci ") && command.includes("--ignore-scripts");
}
