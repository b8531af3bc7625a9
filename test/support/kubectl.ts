import { execFile } from "node:child_process";

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs kubectl against the cluster that KUBECONFIG names, and gives the answer whatever it is. */
export function tryKubectl(args: readonly string[], input = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = execFile("kubectl", args, { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
    // kubectl may end before it has read everything; the exit code says so.
    child.stdin?.on("error", () => undefined).end(input);
  });
}

/** The same where anything but success is an error of the test. */
export async function kubectl(args: readonly string[], input = ""): Promise<string> {
  const { code, stdout, stderr } = await tryKubectl(args, input);
  if (code !== 0) throw new Error(`kubectl ${args.join(" ")} ended with ${code}: ${stderr.trim()}`);
  return stdout;
}
