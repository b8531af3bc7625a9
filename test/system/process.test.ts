import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { runProcess } from "../../generator/system/process.ts";
import { buildProgram } from "./programs/build.ts";
import { aFolder, put } from "./temporary-folder.ts";

const LIMITS = { env: process.env, timeoutMilliseconds: 20_000, maxBytes: 1000 };

/** A program that is a shell script. */
function aProgram(script: string): string {
  return put(aFolder(), "program", `#!/bin/sh\n${script}\n`, 0o755);
}

describe("runProcess", () => {
  it("gives what the program wrote", async () => {
    const program = aProgram('echo "$1"; echo warning >&2');

    expect(await runProcess([program, "a b;c"], LIMITS)).toEqual({
      stdout: "a b;c\n",
      stderr: "warning\n",
      failure: undefined,
    });
  });

  it("gives the environment that was asked for, and no input", async () => {
    const result = await runProcess([aProgram('cat; echo "$NAME"')], { ...LIMITS, env: { PATH: process.env.PATH, NAME: "x" } });

    expect(result).toEqual({ stdout: "x\n", stderr: "", failure: undefined });
  });

  it.each([
    { script: "echo part; echo why >&2; exit 3", failure: "exit code 3", stdout: "part\n", stderr: "why\n" },
    { script: "echo part; kill -SEGV $$", failure: "ended by SIGSEGV", stdout: "part\n", stderr: "" },
    { script: "printf '\\377'", failure: "output that is not UTF-8", stdout: "", stderr: "" },
  ])("says in words that it failed: $failure", async ({ script, ...result }) => {
    expect(await runProcess([aProgram(script)], LIMITS)).toEqual(result);
  });

  it("says that a program cannot be started", async () => {
    const plain = put(aFolder(), "plain", "text");

    expect((await runProcess([join(aFolder(), "missing")], LIMITS)).failure).toBe("cannot be started: ENOENT");
    expect((await runProcess([plain], LIMITS)).failure).toBe("cannot be started: EACCES");
  });

  it("ends a program that does not end, with the programs that it started", async () => {
    // The grandchild holds the output open, so the result comes only once it is gone.
    const program = aProgram("/bin/sleep 300 & /bin/sleep 300");

    const result = await runProcess([program], { ...LIMITS, timeoutMilliseconds: 200 });

    expect(result).toEqual({ stdout: "", stderr: "", failure: "no end after 0.2 s" });
  });

  it("ends a program that writes without end", async () => {
    const { failure, stdout } = await runProcess([aProgram("while :; do echo 0123456789; done")], LIMITS);

    expect(failure).toBe("more than 1000 bytes of output");
    expect(stdout.length).toBeLessThanOrEqual(1000);
  });

  it("leaves no program running when the run is interrupted", async () => {
    const folder = aFolder();
    const pidFile = join(folder, "pid");
    const program = put(
      folder,
      "program",
      `#!/bin/sh\necho $$ > "${pidFile}.new"; mv "${pidFile}.new" "${pidFile}"\n/bin/sleep 300\n`,
      0o755,
    );
    const run = spawn(process.execPath, [buildProgram("run-program", folder), program], { stdio: "inherit" });
    onTestFinished(() => {
      run.kill("SIGKILL");
    });
    await until(() => existsSync(pidFile));
    const pid = Number(readFileSync(pidFile, "utf8"));

    run.kill("SIGTERM");
    const [, signal] = await once(run, "exit");

    expect(signal).toBe("SIGTERM");
    await until(() => !isRunning(pid));
  });
});

/** Looks again at every turn of the event loop; the test's own time is the limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** A process that has ended may keep its number until its parent looks. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "");
  } catch {
    return false;
  }
}
