import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { git } from "../../support/git.ts";
import { runProgram } from "../../support/run.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the copy that Argo CD follows. */
    repository: string;
  }
}

/** Values by their path with dots. */
type Edits = Readonly<Record<string, unknown>>;

/** Changes a description as a person would: only what is named, comments stay. */
export function edit(root: string, path: string, edits: Edits): void {
  const document = parseDocument(readFileSync(join(root, path), "utf8"));
  for (const [field, value] of Object.entries(edits)) document.setIn(field.split("."), value);
  writeFileSync(join(root, path), document.toString({ lineWidth: 0 }));
}

export function remove(root: string, path: string): void {
  rmSync(join(root, path), { recursive: true });
}

/** Runs a command of the copy's own generator, which must succeed; gives what it printed. */
export function runCommand(root: string, ...args: readonly string[]): Promise<string> {
  return runProgram(root, process.execPath, join(root, "generator", "run.cjs"), ...args);
}

/** Commits everything and pushes it to where Argo CD looks; gives the commit. */
export async function publish(root: string, message: string): Promise<string> {
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", message);
  return push(root);
}

/** Pushes what is committed; gives the commit. */
export async function push(root: string): Promise<string> {
  await git(root, "push", "--quiet", "origin", "HEAD:refs/heads/main");
  return head(root);
}

export async function head(root: string): Promise<string> {
  return (await git(root, "rev-parse", "HEAD")).trim();
}
