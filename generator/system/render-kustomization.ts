import { EXIT, GeneratorError } from "../errors.ts";
import type { Renderer } from "./kustomize-version.ts";
import { runProcess } from "./process.ts";
import { withoutCredentials } from "./program-env.ts";

const LIMITS = { timeoutMilliseconds: 60_000, maxBytes: 67_108_864 };

/**
 * What Kustomize builds from a folder, as YAML. No option is passed: Helm charts, plugins and files outside the folder stay
 * forbidden.
 */
export async function renderKustomization(
  { command }: Pick<Renderer, "command">,
  folder: string,
  limits: { timeoutMilliseconds: number; maxBytes: number } = LIMITS,
): Promise<string> {
  const { stdout, stderr, failure } = await runProcess([...command, folder], { ...limits, env: renderEnv() });
  if (failure !== undefined) throw notBuilt(folder, failure, stderr);
  if (stdout.trim() === "") throw notBuilt(folder, "no output", stderr);
  return stdout;
}

/** Git may fetch nothing, so a remote base fails here instead of hanging, and no kuberc may add options to kubectl. */
function renderEnv(): NodeJS.ProcessEnv {
  return { ...withoutCredentials(process.env), GIT_ALLOW_PROTOCOL: "none", KUBERC: "off" };
}

function notBuilt(folder: string, failure: string, stderr: string): GeneratorError {
  return new GeneratorError({
    code: "E_BUILD",
    exitCode: EXIT.check,
    message: [`Kustomize does not build ${folder}: ${failure}.`, ...printable(stderr)].join("\n"),
    remedy: "Run the same build by hand to see more: kustomize build <folder>.",
  });
}

/** What a program writes may hold what a terminal would obey. */
function printable(text: string): string[] {
  const lines = text
    .trim()
    .replace(/[^\P{Cc}\n]/gu, "?")
    .split("\n");
  return lines.filter((line) => line !== "").map((line) => `  ${line}`);
}
