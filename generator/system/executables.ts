import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join, sep } from "node:path";

/**
 * The first program of this name on PATH that came with this machine and not with a repository. Passed over are relative
 * entries, the current folder, and every `node_modules`, which `npm run` puts first and any package can fill.
 */
export function findExecutable(name: string, env: NodeJS.ProcessEnv): string | undefined {
  return (env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && isOfMachine(folder))
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** A link to the current folder is the current folder. */
function isOfMachine(folder: string): boolean {
  const real = realPath(folder);
  return real !== realPath(process.cwd()) && !`${folder}${sep}${real}`.split(sep).includes("node_modules");
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
