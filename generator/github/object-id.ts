import { createHash } from "node:crypto";

/** One name in a folder, as Git records it. */
export interface TreeRow {
  readonly name: string;
  readonly mode: string;
  readonly id: string;
}

export const FOLDER_MODE = "40000";

/** The hash that Git gives to the contents of a file. */
export function blobId(bytes: Uint8Array): string {
  return objectId("blob", bytes);
}

/** The hash that Git gives to a folder. It sorts by bytes, and a folder as if its name ended with a slash. */
export function treeId(rows: readonly TreeRow[]): string {
  const sorted = rows.map((row) => ({ ...row, key: Buffer.from(row.mode === FOLDER_MODE ? `${row.name}/` : row.name) }));
  sorted.sort((a, b) => Buffer.compare(a.key, b.key));
  const parts = sorted.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]);
  return objectId("tree", Buffer.concat(parts));
}

function objectId(kind: "blob" | "tree", bytes: Uint8Array): string {
  return createHash("sha1").update(`${kind} ${bytes.byteLength}\0`).update(bytes).digest("hex");
}
