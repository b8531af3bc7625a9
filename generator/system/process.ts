import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { systemCode } from "./file-failure.ts";
import { closeGroup, endGroup, openGroup } from "./process-groups.ts";

export interface ProcessOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMilliseconds: number;
  readonly maxBytes: number;
  readonly folder?: string;
}

/** What a program wrote, and in words why that is not to be used: "exit code 1". A failure is a value here. */
export interface ProcessResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly failure: string | undefined;
}

/**
 * Runs a program without a shell and without input. Past the time or the size it is ended together with all that it
 * started; ending the program alone was seen to leave its children running.
 */
export function runProcess(
  [program, ...args]: readonly [string, ...string[]],
  options: ProcessOptions,
): Promise<ProcessResult> {
  return new Promise((resolve) => {
    const group = openGroup();
    const stdio: StdioOptions = ["ignore", "pipe", "pipe"];
    const child = spawn(program, args, { env: options.env, cwd: options.folder, detached: true, stdio });
    group.pid = child.pid;
    let failure: string | undefined;
    const stop = (reason: string) => {
      failure ??= reason;
      endGroup(group);
      // One that left the group may hold the other ends open for ever.
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const output = collect(child, options.maxBytes, () => stop(`more than ${options.maxBytes} bytes of output`));
    const milliseconds = options.timeoutMilliseconds;
    const timer = setTimeout(() => stop(`no end after ${milliseconds / 1000} s`), milliseconds);
    const finish = (ending: string | undefined) => {
      clearTimeout(timer);
      closeGroup(group);
      resolve(result(output, failure ?? ending));
    };
    child.on("error", (error) => finish(`cannot be started: ${systemCode(error)}`));
    child.on("close", (code, signal) => finish(code === 0 ? undefined : endingOf(code, signal)));
  });
}

interface Output {
  readonly stdout: Buffer[];
  readonly stderr: Buffer[];
}

function collect(child: ChildProcess, maxBytes: number, tooMuch: () => void): Output {
  const output: Output = { stdout: [], stderr: [] };
  let bytes = 0;
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) tooMuch();
      else output[stream].push(chunk);
    });
  }
  return output;
}

function endingOf(code: number | null, signal: NodeJS.Signals | null): string {
  return code === null ? `ended by ${signal}` : `exit code ${code}`;
}

function result(output: Output, failure: string | undefined): ProcessResult {
  const stderr = Buffer.concat(output.stderr).toString();
  try {
    const stdout = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(output.stdout));
    return { stdout, stderr, failure };
  } catch {
    return { stdout: "", stderr, failure: failure ?? "output that is not UTF-8" };
  }
}
