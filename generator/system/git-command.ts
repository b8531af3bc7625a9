import { EXIT, GeneratorError } from "../errors.ts";
import { findExecutable } from "./executables.ts";
import { runProcess } from "./process.ts";
import { withoutCredentials } from "./program-env.ts";

const LIMITS = { timeoutMilliseconds: 60_000, maxBytes: 268_435_456 };

/** What git answers, and in words why that is not to be used. */
export interface GitAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly failure: string | undefined;
}

/** Asks git something about the repository that the folder is in; nothing is written, and no path is a pattern. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<GitAnswer> {
  return runProcess([gitProgram(), ...GIT_OPTIONS, ...args], { ...LIMITS, folder, env: gitEnv() });
}

/** The same where an answer is certain; anything else is told. */
export async function requireGit(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr, failure } = await askGit(folder, ...args);
  if (failure !== undefined) throw gitFailure(failure, stderr);
  return stdout;
}

/** Not one that came with the repository. */
export function gitProgram(): string {
  const program = findExecutable("git", process.env);
  if (program === undefined) throw gitFailure("there is none on PATH", "");
  return program;
}

/** No pattern, no pager, no words about signatures, and no program that the repository's own configuration names as its monitor. */
export const GIT_OPTIONS = [
  ...["--literal-pathspecs", "--no-pager"],
  ...["-c", "core.fsmonitor=false", "-c", "log.showSignature=false"],
] as const;

/** Git asks nobody, fetches nothing, needs no credentials, and writes not even its index. */
export function gitEnv(): NodeJS.ProcessEnv {
  return {
    ...withoutCredentials(process.env),
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
  };
}

export function gitFailure(failure: string, stderr: string): GeneratorError {
  const said = stderr.trim().replace(/[^\P{Cc}\n]/gu, "?");
  return new GeneratorError({
    code: "E_GIT",
    exitCode: EXIT.input,
    message: [`Git does not answer: ${failure}.`, ...(said === "" ? [] : said.split("\n").map((line) => `  ${line}`))].join(
      "\n",
    ),
    remedy: "Run this in a clone of the repository, with git 2.30 or newer on PATH.",
  });
}
