import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execute } from "./measure.mjs";

const ROOT = join(import.meta.dirname, "..");

/** A folder that is gone when the process ends, and in it the generator. */
export function openWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), "milvus-gitops-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return withOwnTool({ folder });
}

/** The same workspace with another copy of the generator, whose bundle cache is its own. */
export function withOwnTool(workspace) {
  const tool = mkdtempSync(join(workspace.folder, "tool-"));
  for (const name of ["generator", "package.json", "package-lock.json"]) {
    cpSync(join(ROOT, name), join(tool, name), { recursive: true });
  }
  linkModules(join(tool, "node_modules"));
  return { ...workspace, tool };
}

/** The package folders are links, but not the folder around them, where the bundle cache is. */
function linkModules(target) {
  mkdirSync(target);
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (name !== ".cache") symlinkSync(join(ROOT, "node_modules", name), join(target, name), "junction");
  }
}

export function forgetBundle({ tool }) {
  rmSync(join(tool, "node_modules", ".cache"), { recursive: true, force: true });
}

/** What people wrote in this repository. */
export function ownSources() {
  const names = readdirSync(join(ROOT, "overlays")).map((name) => `overlays/${name}/environment.yaml`);
  const paths = ["gitops.yaml", ...names.filter((path) => existsSync(join(ROOT, path)))];
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), "utf8")]));
}

/**
 * A new folder with these files. None is removed before the end: ext4 passes one by one over the inodes of files that were
 * removed within the last minutes, and so made 23,000 new files in 12 s where it takes 0.4 s otherwise.
 */
export function newRepository({ folder: parent }, files) {
  const folder = mkdtempSync(join(parent, "repository-"));
  // As after `npm ci`: what the generator remembers between runs has its place there.
  mkdirSync(join(folder, "node_modules"));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A repository with all its files committed, as a clone of it is. */
export function newClone({ folder: parent }, repository) {
  const folder = mkdtempSync(join(parent, "clone-"));
  cpSync(repository, folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
  const person = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"];
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    ["commit", "--quiet", "--message", "All"],
  ]) {
    execute({ program: "git", args: [...person, ...args], cwd: folder });
  }
  return folder;
}

/** One more replica in the first environment that says how many it has, as a pull request would. */
export function changeOne(folder, files) {
  const [path] = [...files].find(([name, text]) => name.startsWith("overlays/") && REPLICAS.test(text));
  const text = readFileSync(join(folder, path), "utf8");
  writeFileSync(
    join(folder, path),
    text.replace(REPLICAS, (_, replicas) => `replicas: ${Number(replicas) + 1}`),
  );
}

const REPLICAS = /replicas: (\d+)/;

/** The files of a repository, without those that Git does not see. */
export function countFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !(entry.parentPath ?? entry.path).includes("node_modules")).length;
}

/**
 * Milliseconds for a thousand small files, without any generator. A disk where this takes long, as a folder for temporary files
 * can be for minutes after much was removed there, says nothing about the runs that write.
 */
export function millisecondsPerThousandFiles({ folder: parent }) {
  const folder = mkdtempSync(join(parent, "disk-"));
  const start = process.hrtime.bigint();
  for (let index = 0; index < 1000; index++) writeFileSync(join(folder, String(index)), "text\n".repeat(160));
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Starts the generator over a repository. */
export function generator({ tool }, args, { preload = [], env } = {}) {
  return { program: process.execPath, args: [...preload, join(tool, "generator", "run.cjs"), ...args], cwd: tool, env };
}
