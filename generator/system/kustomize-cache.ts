import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Per user and outside the repository: one download serves every clone. A relative variable is to be ignored (XDG). */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME: cache = "", HOME: home = "" } = env;
  const base = isAbsolute(cache) ? cache : join(isAbsolute(home) ? home : homeOfUser(), ".cache");
  return join(base, "milvus-gitops");
}

/** A container may run as a user whom its system does not know. A folder that others can write to is no substitute. */
function homeOfUser(): string {
  try {
    return homedir();
  } catch {
    throw new Error("this user has no home folder to keep it in; XDG_CACHE_HOME can name another");
  }
}

export function findCached(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** Appears whole, and only after it was verified; two processes at once write the same bytes. */
export async function keepProgram(
  folder: string,
  name: string,
  fetchBytes: (workFolder: string) => Promise<Buffer>,
): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const work = mkdtempSync(join(folder, ".fetch-"));
  try {
    const program = join(work, name);
    writeFileSync(program, await fetchBytes(work), { flag: "wx" });
    chmodSync(program, 0o755);
    renameSync(program, join(folder, name));
    return join(folder, name);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
