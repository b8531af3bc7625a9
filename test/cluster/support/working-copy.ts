import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "../../support/git.ts";
import { runProgram } from "../../support/run.ts";
import { QA, QA_FILE } from "./environments.ts";
import { edit, publish, runCommand } from "./repository.ts";

/**
 * Copies this repository as it stands, with what is not committed yet, makes it that of a team whose Git is at `url`, and
 * pushes it to the bare repository `remote`.
 */
export async function makeWorkingCopy(
  from: string,
  root: string,
  { url, remote }: { url: string; remote: string },
): Promise<void> {
  await copyFiles(from, root);
  linkDependencies(from, root);
  edit(root, "gitops.yaml", { "repository.url": url });
  mkdirSync(join(root, "overlays", QA));
  writeFileSync(join(root, "overlays", QA, "environment.yaml"), QA_FILE);
  await runCommand(root, "generate");
  await generateGolden(root, "everything");
  await git(root, "init", "--quiet", "--initial-branch=main");
  await git(root, "init", "--quiet", "--bare", "--initial-branch=main", remote);
  await git(root, "remote", "add", "origin", remote);
  await publish(root, "first state");
}

/** Of it not all is committed. */
async function generateGolden(root: string, name: string): Promise<void> {
  await runProgram(
    join(root, "test", "golden", name),
    process.execPath,
    join(root, "generator", "run.cjs"),
    "generate",
    "--force",
  );
}

async function copyFiles(from: string, root: string): Promise<void> {
  const paths = await git(from, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  // A file that was deleted and not committed is still listed.
  const present = paths.split("\0").filter((path) => path !== "" && existsSync(join(from, path)));
  for (const path of present) cpSync(join(from, path), join(root, path));
}

/** Package by package, because the generator keeps a cache of its own code in the folder, which each copy must have to itself. */
function linkDependencies(from: string, root: string): void {
  mkdirSync(join(root, "node_modules"));
  const packages = readdirSync(join(from, "node_modules")).filter((name) => !name.startsWith("."));
  for (const name of packages) symlinkSync(join(from, "node_modules", name), join(root, "node_modules", name));
}
