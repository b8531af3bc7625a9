import { runProgram } from "./run.ts";

const GIT = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];

/** Runs git over a repository of its own, whatever the user's configuration says of names and signatures. */
export function git(root: string, ...args: readonly string[]): Promise<string> {
  return runProgram(root, ...GIT, "-c", "core.autocrlf=false", ...args);
}

/** Makes what is in the folder the state that later changes are seen against. */
export async function commitAll(root: string): Promise<void> {
  await git(root, "init", "--quiet");
  await git(root, "add", "--all");
  await git(root, "commit", "--quiet", "--message", "state");
}

/** The lines of each file that changed since, with the sign that git gives them. */
export async function changedLines(root: string): Promise<Record<string, string[]>> {
  const patch = await git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames");
  const files = patch.split(/^diff --git .*\n/m).slice(1);
  return Object.fromEntries(files.map((file) => [pathOf(file), file.split("\n").filter(isChange)]));
}

function pathOf(file: string): string {
  return /^(?:\+\+\+ b|--- a)\/(.+)$/m.exec(file)?.[1] ?? "";
}

function isChange(line: string): boolean {
  return /^(?:\+(?!\+\+ )|-(?!-- ))/.test(line);
}
