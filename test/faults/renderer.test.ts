import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildProgram } from "../system/programs/build.ts";
import { aFolder, aFolderForAll, put } from "../system/temporary-folder.ts";
import { aMachine, type Ending, finish, launch, start } from "./machine.ts";
import { aGeneratedRepository } from "./small-repository.ts";

const machine = aMachine("doctor");
const render = buildProgram("render", aFolderForAll());

const VERSION = 'if [ "$1" = version ]; then echo v5.8.1; exit; fi';
const HANG = 'echo $$ >> "$PIDS"; /bin/sleep 300 & echo $! >> "$PIDS"; echo >> "$PIDS.ready"; wait';

/** A kustomize that is a shell script; its first lines are the answer to `version`. */
function aKustomize(script: string): string {
  return put(aFolder(), "kustomize", `#!/bin/sh\n${script}\n`, 0o755);
}

/** Finds and renders as commands do. */
function renderWith(kustomize: string, seconds = 60, env: Readonly<Record<string, string>> = {}): Promise<Ending> {
  const command = [render, "overlays/dev", String(seconds * 1000)];
  return finish(
    spawn(process.execPath, command, {
      env: { ...process.env, KUSTOMIZE: kustomize, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
}

describe("a kustomize that cannot be used", () => {
  it.each([
    ["is missing", () => join(aFolder(), "kustomize"), "cannot be started: ENOENT"],
    ["may not be executed", () => put(aFolder(), "kustomize", "text"), "cannot be started: EACCES"],
    ["is a folder", () => aFolder(), "cannot be started: EACCES"],
    ["is no program", () => put(aFolder(), "kustomize", "\u0000\u0001", 0o755), "exit code 127"],
    ["is too old", () => aKustomize("echo '{Version:kustomize/v4.5.7 GitCommit:56d8}'"), "Kustomize 4.5.7 is older than 5.0"],
    ["tells no version", () => aKustomize("echo '(devel)'"), "tells no version of Kustomize"],
    ["tells a page of text", () => aKustomize("echo '<html>Sign in</html>'"), "tells no version of Kustomize"],
    ["crashes", () => aKustomize("echo v5.8.1; kill -SEGV $$"), "ended by SIGSEGV"],
    ["answers with bytes", () => aKustomize("printf 'v5.8.1\\377'"), "output that is not UTF-8"],
    ["answers without end", () => aKustomize("while :; do echo v5.8.1; done"), "more than 1048576 bytes of output"],
  ])("because it %s is told by doctor, and no other is taken", async (_what, make, told) => {
    const kustomize = make();

    const { code, stdout, stderr } = await start(machine, ["doctor"], { env: { KUSTOMIZE: kustomize } });

    expect({ code, stdout, stderr }).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(
        new RegExp(
          `^No usable Kustomize was found; .*\\n {2}the variable KUSTOMIZE: ${kustomize}: ${told}\\n.*\\(E_KUSTOMIZE\\)\\n$`,
        ),
      ),
    });
  });
});

describe("a build that cannot be used", () => {
  it.each([
    ["fails", "echo half; echo 'Error: no such file' >&2; exit 1", "exit code 1.\n  Error: no such file"],
    ["crashes with half of its output", "echo 'kind: Li'; kill -SEGV $$", "ended by SIGSEGV."],
    ["is killed", "echo 'kind: Li'; kill -KILL $$", "ended by SIGKILL."],
    ["writes nothing", "exit 0", "no output."],
    ["writes blanks", "echo; echo ' '", "no output."],
    ["writes bytes", "printf 'kind: \\377'", "output that is not UTF-8."],
    ["writes without end", "exec yes 'kind: List'", "more than 1000000 bytes of output."],
    ["complains without end", "exec yes warning >&2", "more than 1000000 bytes of output."],
    ["hangs", "/bin/sleep 300", "no end after 1 s."],
    ["hangs with its output closed", "exec >&- 2>&-; /bin/sleep 300", "no end after 1 s."],
  ])("because it %s is an error and no manifest", async (_what, script, told) => {
    const { code, stdout, stderr } = await renderWith(aKustomize(`${VERSION}\n${script}`), script.includes("sleep") ? 1 : 60);

    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr.startsWith(`Kustomize does not build overlays/dev: ${told}`), stderr.slice(0, 300)).toBe(true);
  });

  it("is not one that warns", async () => {
    const kustomize = aKustomize(`${VERSION}\necho "# Warning: 'commonLabels' is deprecated" >&2; echo 'kind: List'`);

    expect(await renderWith(kustomize)).toEqual({ code: 0, stdout: "kind: List\n", stderr: "" });
  });
});

describe("a program that hangs", () => {
  it("is ended with all that it started when its time is up", async () => {
    const pids = join(aFolder(), "pids");

    const { code } = await renderWith(aKustomize(`${VERSION}\n${HANG}`), 1, { PIDS: pids });

    expect(code).toBe(3);
    await allEnded(pids);
  });

  it("is given up even where a child left the group and holds the output open", async () => {
    const pids = join(aFolder(), "pids");
    const script = "setsid /bin/sh -c 'echo $$ > \"$PIDS\"; exec /bin/sleep 300' & /bin/sleep 300";
    onTestFinished(() => void process.kill(Number(readFileSync(pids, "utf8")), "SIGKILL"));

    expect((await renderWith(aKustomize(`${VERSION}\n${script}`), 1, { PIDS: pids })).code).toBe(3);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("is ended with all that it started when doctor gets %s", async (signal) => {
    const pids = join(aFolder(), "pids");
    const doctor = launch(machine, ["doctor"], { env: { KUSTOMIZE: aKustomize(HANG), PIDS: pids } });
    await interrupt(doctor, pids, signal);
  });

  it("is ended with all that it started when validate is interrupted", async () => {
    const pids = join(aFolder(), "pids");
    const env = { KUSTOMIZE: aKustomize(`${VERSION}\n${HANG}`), PIDS: pids };
    await interrupt(launch(machine, ["validate"], { cwd: await aGeneratedRepository(machine), env }), pids, "SIGTERM");
  });

  it.each(["SIGINT", "SIGTERM"] as const)("is ended with all that it started when a build gets %s", async (signal) => {
    const pids = join(aFolder(), "pids");
    const env = { ...process.env, KUSTOMIZE: aKustomize(`${VERSION}\n${HANG}`), PIDS: pids };
    await interrupt(spawn(process.execPath, [render, "overlays/dev"], { env, stdio: "ignore" }), pids, signal);
  });
});

async function interrupt(child: ChildProcess, pids: string, signal: NodeJS.Signals): Promise<void> {
  onTestFinished(() => void child.kill("SIGKILL"));
  await until(() => existsSync(`${pids}.ready`));

  child.kill(signal);
  const [, ending] = await once(child, "exit");

  expect(ending).toBe(signal);
  await allEnded(pids);
}

describe("a kustomize that came with a repository", () => {
  const folders = ["", ".", "bin", "./bin"];

  it("is not run, wherever npm, direnv or a person put it on PATH", async () => {
    const here = aFolder();
    const mark = join(aFolder(), "mark");
    const malicious = `#!/bin/sh\necho "$0" >> "${mark}"\necho v5.8.1\n`;
    const places = [".", "bin", "node_modules/.bin", "node_modules/other/bin"];
    for (const place of places) {
      for (const name of ["kustomize", "kubectl", "npm"]) put(here, join(place, name), malicious, 0o755);
    }
    const link = join(aFolder(), "link");
    symlinkSync(here, link);
    const modules = join(aFolder(), "modules");
    symlinkSync(join(here, "node_modules/.bin"), modules);
    const good = aKustomize(VERSION);
    const own = [here, link, modules, join(here, "node_modules/.bin"), join(here, "node_modules/other/bin")];
    const path = [...folders, ...own, join(good, "..")].join(delimiter);

    const { code, stdout } = await start(machine, ["doctor", "--json"], { cwd: here, env: { PATH: path, KUSTOMIZE: "" } });

    expect({ code, ran: existsSync(mark) }).toEqual({ code: 0, ran: false });
    expect(JSON.parse(stdout)).toMatchObject({ kustomize: { command: [good, "build"], origin: "kustomize on PATH" } });
  });
});

describe("a machine that lacks what most have", () => {
  const bare = { PATH: aFolderForAll(), KUSTOMIZE: "", XDG_CACHE_HOME: undefined };

  it("as a home folder is told so in words, also for a user whom it does not know", async () => {
    const user = process.getuid?.() === 0 ? { user: 54_321 } : {};
    const env = { ...bare, HOME: user.user === undefined ? "/nowhere" : undefined };

    const { code, stdout, stderr } = await start(machine, ["doctor"], { env, ...user });

    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(
      /\n {2}the cache of \S+.*: (?:this user has no home folder to keep it in; |no kustomize\S+ in \/nowhere)/,
    );
    expect(stderr).toMatch(/\(E_KUSTOMIZE\)\n$/);
  });

  it("as variables needs none of them where it has a kustomize", async () => {
    const kustomize = aKustomize(VERSION);
    const nothing = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));

    const { code } = await start(machine, ["doctor"], { env: { ...nothing, KUSTOMIZE: kustomize } });

    expect(code).toBe(0);
  });

  it("as a network is told what was tried", async () => {
    const env = { ...bare, HOME: aFolder() };
    const offline = join(import.meta.dirname, "programs/offline.cjs");

    const { code, stderr } = await start(machine, ["doctor"], { env, preload: offline });

    expect(code).toBe(3);
    expect(stderr).toMatch(/\n {2}kustomize on PATH: no kustomize on PATH\n {2}kubectl on PATH: no kubectl on PATH\n/);
    expect(stderr).toMatch(/ from github\.com: fetch failed: .+\n/);
    expect(stderr).toMatch(/\n {2}Install kustomize 5 or later .* or set KUSTOMIZE to its path\. \(E_KUSTOMIZE\)\n$/);
  });
});

async function allEnded(pids: string): Promise<void> {
  const numbers = readFileSync(pids, "utf8").trim().split("\n").map(Number);
  expect(numbers.length).toBe(2);
  await until(() => !numbers.some(isRunning));
}

/** Looks again and again, for the five seconds in which everything must have ended. */
async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!condition()) {
    expect(performance.now()).toBeLessThan(end);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
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
