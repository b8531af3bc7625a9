import { createHash } from "node:crypto";

export interface TreeEntry {
  readonly name: string;
  /** As git writes it: `100644`, `40000`. */
  readonly mode: string;
  readonly sha: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 in UTC, whole seconds. */
  readonly date: string;
}

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** The id that git gives to an object with this content. */
export function objectId(kind: "blob" | "tree" | "commit", content: Uint8Array): string {
  return createHash("sha1").update(`${kind} ${content.length}\0`).update(content).digest("hex");
}

/** A tree as git stores it; the entries are in git's order. */
export function treeContent(entries: readonly TreeEntry[]): Buffer {
  return Buffer.concat(entries.map((entry) => bytesOf(entry).content));
}

/** By bytes, a folder as if its name ended in a slash. */
export function inGitOrder(entries: Iterable<TreeEntry>): readonly TreeEntry[] {
  return [...entries].sort((a, b) => Buffer.compare(bytesOf(a).key, bytesOf(b).key));
}

interface EntryBytes {
  readonly key: Buffer;
  readonly content: Buffer;
}

/** Kept for each entry, because a change of one file in a folder of a thousand keeps the other entries. */
const bytes = new WeakMap<TreeEntry, EntryBytes>();

function bytesOf(entry: TreeEntry): EntryBytes {
  const { mode, name, sha } = entry;
  const known = bytes.get(entry);
  if (known !== undefined) return known;
  const made = {
    key: Buffer.from(isFolder(entry) ? `${name}/` : name),
    content: Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, "hex")]),
  };
  bytes.set(entry, made);
  return made;
}

export function commitContent({ tree, parents, author, committer, message }: Commit): Buffer {
  const head = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signature(author)}`,
    `committer ${signature(committer)}`,
  ];
  return Buffer.from(`${head.join("\n")}\n\n${message}`);
}

export function isFolder({ mode }: Pick<TreeEntry, "mode">): boolean {
  return mode === "40000";
}

function signature({ name, email, date }: Signature): string {
  return `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
}
