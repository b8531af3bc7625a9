import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const PROJECT = join(import.meta.dirname, "..", "..");

/** A copy of the generator with a cache of its own, so that a test can break it and nobody else's edit disturbs a test. */
export interface Machine {
  readonly root: string;
  readonly launcher: string;
  readonly cache: string;
}

/** For all tests of a file; its commands are bundled and compiled before the first. */
export function aMachine(...commands: readonly string[]): Machine {
  const machine = describeMachine(realpathSync(mkdtempSync(join(tmpdir(), "milvus-gitops-machine-"))));
  afterAll(() => rmSync(machine.root, { recursive: true, force: true }));
  beforeAll(async () => {
    install(machine.root);
    for (const command of commands) await start(machine, [command, "--help"]);
  });
  return machine;
}

function describeMachine(root: string): Machine {
  const cache = join(root, "node_modules", ".cache", "milvus-gitops");
  return { root, launcher: join(root, "generator", "run.cjs"), cache };
}

/** Everybody may read it: some tests run as another user. */
function install(root: string): void {
  chmodSync(root, 0o755);
  cpSync(join(PROJECT, "generator"), join(root, "generator"), { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(PROJECT, name), join(root, name));
  mkdirSync(join(root, "node_modules"));
  for (const name of packages()) {
    mkdirSync(join(root, "node_modules", name, ".."), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules", name), join(root, "node_modules", name));
  }
}

function packages(): string[] {
  const modules = join(PROJECT, "node_modules");
  const names = readdirSync(modules).filter((name) => !name.startsWith("."));
  return names.flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : name,
  );
}

export interface Ending {
  /** Of the process, or the name of the signal that ended it. */
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A module that is loaded before the generator. */
  readonly preload?: string;
  /** A program before Node and its arguments, as `sh -c 'ulimit -n 32; exec "$@"' sh`. */
  readonly within?: readonly string[];
  readonly user?: number;
}

/** Longer than any run takes; what still runs then hangs. */
const HANGS_AFTER_MILLISECONDS = 30_000;

/** Runs the public command of the machine. */
export function start(machine: Machine, args: readonly string[], circumstances: Circumstances = {}): Promise<Ending> {
  return finish(launch(machine, args, circumstances));
}

/** The same, for a test that has to do with the process while it runs. */
export function launch(machine: Machine, args: readonly string[], circumstances: Circumstances = {}): ChildProcess {
  const { preload, within = [], env, cwd, user } = circumstances;
  const preloads = preload === undefined ? [] : ["--require", preload];
  const [program = "", ...rest] = [...within, process.execPath, ...preloads, machine.launcher, ...args];
  return spawn(program, rest, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(cwd === undefined ? {} : { cwd }),
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
}

export function finish(child: ChildProcess): Promise<Ending> {
  const timer = setTimeout(() => child.kill("SIGKILL"), HANGS_AFTER_MILLISECONDS);
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name]?.on("data", (text) => (output[name] += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? signal ?? "", ...output });
    });
  });
}
