import { CREATED } from "./answers.ts";
import { answer } from "./calls.ts";
import type { ChangedFile } from "./changed-files.ts";
import type { GitHub } from "./client.ts";
import { conflict } from "./failure.ts";

interface Entry {
  readonly path: string;
  readonly mode: "100644" | "100755" | "120000";
  readonly type: "blob";
  readonly content?: string;
  readonly sha?: string | null;
}

/** Larger calls were seen to end in a 502 (codesandbox#8614 at 2.5 MB); release-please and peter-evans send 100 entries too. */
const MOST_ENTRIES = 100;
const MOST_BYTES = 1_000_000;

/**
 * Makes the tree on GitHub in as many calls as its size needs, each on top of the one before; nobody sees it until a commit has
 * it. What comes out must be the tree that was reckoned.
 */
export async function writeTree(
  github: GitHub,
  baseTree: string,
  changes: ReadonlyMap<string, ChangedFile | undefined>,
  expected: string,
): Promise<void> {
  let tree = baseTree;
  for (const chunk of chunks(await entriesOf(github, changes))) {
    const call = github.rest.git.createTree({ ...github.repository, base_tree: tree, tree: [...chunk] });
    tree = (await answer(call, CREATED)).sha;
  }
  if (tree !== expected) throw conflict(`GitHub made tree ${tree.slice(0, 8)} of what should be ${expected.slice(0, 8)}.`);
}

/** What goes comes first: a file can take the name of a folder that is left. */
async function entriesOf(github: GitHub, changes: ReadonlyMap<string, ChangedFile | undefined>): Promise<Entry[]> {
  const gone: Entry[] = [];
  const written: Entry[] = [];
  for (const [path, file] of changes) {
    if (file === undefined) gone.push({ path, mode: "100644", type: "blob", sha: null });
    else written.push({ path, mode: file.mode as Entry["mode"], type: "blob", ...(await contents(github, file)) });
  }
  return [...gone, ...written];
}

/** Text goes along with the tree; JSON cannot carry other bytes, which need a call of their own. */
async function contents(
  github: GitHub,
  { bytes }: ChangedFile,
): Promise<{ readonly content: string } | { readonly sha: string }> {
  const text = asText(bytes);
  if (text !== undefined) return { content: text };
  const content = Buffer.from(bytes).toString("base64");
  const { sha } = await answer(github.rest.git.createBlob({ ...github.repository, content, encoding: "base64" }), CREATED);
  return { sha };
}

function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function* chunks(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let chunk: Entry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.content ?? "") + entry.path.length;
    if (chunk.length === MOST_ENTRIES || (chunk.length > 0 && bytes + size > MOST_BYTES)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(entry);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}
