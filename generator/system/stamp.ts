import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../errors.ts";
import { removeTemporaries, writeAtomic } from "./atomic-file.ts";
import { readPlainFile } from "./read-plain-file.ts";

/**
 * What a plan came to: this generator makes of these inputs this tree, with these findings. It says nothing about what is
 * on the disk, so it cannot go stale; `docs/decisions/0007-skipping-a-run.md` has the reasons.
 */
export interface Stamp {
  /** The generator: the name of the bundle that runs. */
  readonly build: string;
  readonly inputs: string;
  readonly tree: string;
  readonly findings: readonly Finding[];
}

/** Where npm and Git expect files that may be lost at any time. */
const MODULES = "node_modules";
const FOLDER = join(MODULES, ".cache", "milvus-gitops");
const FILE = "stamp.json";

/** Undefined where no run has left one that can be read. */
export function readStamp(root: string): Stamp | undefined {
  try {
    const stamp: unknown = JSON.parse(readPlainFile(join(root, FOLDER, FILE)).toString());
    return isStamp(stamp) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/** Only where there is a `node_modules`, which nobody commits. A stamp that cannot be kept costs time and nothing else. */
export function keepStamp(root: string, makeStamp: () => Stamp): void {
  if (!existsSync(join(root, MODULES))) return;
  const text = `${JSON.stringify(makeStamp())}\n`;
  try {
    mkdirSync(join(root, FOLDER), { recursive: true });
    removeTemporaries(join(root, FOLDER));
    writeAtomic(join(root, FOLDER, FILE), text, { durable: false });
  } catch {}
}

/** The findings have the shape that their build gave them; who reads the stamp asks for the build. */
function isStamp(value: unknown): value is Stamp {
  const { build, inputs, tree, findings } = value as Record<string, unknown>;
  return [build, inputs, tree].every((field) => typeof field === "string") && Array.isArray(findings);
}
