import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** Where a sync costs nothing, for tests that write hundreds of trees. */
export const IN_MEMORY = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder with these files that goes when the test is done. */
export function aFolder(files: Readonly<Record<string, string>> = {}, parent = tmpdir()): string {
  const root = realpathSync(mkdtempSync(join(parent, "milvus-gitops-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
}

/** The same for all tests of a file: for what is costly to make. */
export function aFolderForAll(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "milvus-gitops-")));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

export function put(root: string, path: string, text: string | Uint8Array, mode = 0o644): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
  return file;
}

/** Every file of a folder with its text, and every empty folder with a slash behind its name. */
export function contentsOf(root: string): Record<string, string> {
  const contents: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) contents[relative(root, path)] = readFileSync(path, "utf8");
    if (entry.isDirectory() && readdirSync(path).length === 0) contents[`${relative(root, path)}/`] = "";
  }
  return contents;
}

/** The same without the manifests. */
export function filesOf(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(contentsOf(root)).filter(([path]) => !path.endsWith("generated.sha256")));
}
