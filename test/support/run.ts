import { execFile } from "node:child_process";
import { join } from "node:path";

const LAUNCHER = join(import.meta.dirname, "..", "..", "generator", "run.cjs");

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the public command as a process of its own over the repository at `root`. */
export function run(root: string, ...args: readonly string[]): Promise<Run> {
  return runIn({ cwd: root }, ...args);
}

/** The same with the working directory and the variables of a person. */
export function runIn(
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string | undefined>> },
  ...args: readonly string[]
): Promise<Run> {
  return startProgram([process.execPath, LAUNCHER, ...args], { cwd, env: { ...process.env, ...env } });
}

/** Any other program, as `git`; one that fails is an error of the test. */
export async function runProgram(cwd: string, ...command: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await startProgram(command, { cwd, env: process.env });
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${stderr}`);
  return stdout;
}

/** Any other program, however it ends. */
export function startProgram(
  [program = "", ...args]: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { ...options, maxBuffer: 67_108_864 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
    child.stdin?.end();
  });
}
