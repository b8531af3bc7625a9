import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "../support/git.ts";
import { writeText } from "../support/repository.ts";
import type { Proposing } from "./proposal-repository.ts";

/** What `git pull` does for a clone, of commits with plain files: it has GitHub's, each by its own hash, and `main` checked out. */
export async function pull({ root, github }: Pick<Proposing, "root" | "github">): Promise<void> {
  const [newest, ...older] = github.commits("main");
  if (newest === undefined) throw new Error("main has no commit");
  const known = new Set((await git(root, "rev-list", "--all")).split("\n"));
  for (const { sha, tree, stored } of [...older.reverse(), newest].filter(({ sha }) => !known.has(sha))) {
    await checkOut(root, github.files(sha), tree);
    writeFileSync(join(root, ".git/pulled"), stored);
    await git(root, "hash-object", "-t", "commit", "-w", ".git/pulled");
  }
  await git(root, "reset", "--quiet", "--hard", newest.sha);
}

async function checkOut(root: string, files: Readonly<Record<string, string>>, tree: string): Promise<void> {
  await git(root, "rm", "-r", "--quiet", "--force", "--ignore-unmatch", ".");
  for (const [path, text] of Object.entries(files)) writeText(root, path, text);
  await git(root, "add", "--all");
  const written = (await git(root, "write-tree")).trim();
  if (written !== tree) throw new Error(`the clone has tree ${written} in the place of ${tree}`);
}
