import { execFile } from "node:child_process";
import { ownMarks } from "../own-marks.ts";
import { systemCode } from "./file-failure.ts";
import { askGit, GIT_OPTIONS, gitEnv, gitFailure, gitProgram, requireGit } from "./git-command.ts";

/** A commit to be made without a working tree. */
export interface NewCommit {
  readonly parent: string;
  readonly message: string;
  /** By path; undefined for a file that goes. */
  readonly files: ReadonlyMap<string, NewFile | undefined>;
}

export interface NewFile {
  /** As Git writes it: `100644`, `100755`, or `120000` for a link. */
  readonly mode: string;
  readonly bytes: Uint8Array;
}

/** Stands only while the commit is made; another run at the same time has another. */
const PENDING = `refs/milvus-gitops/pending-${process.pid}`;

const LIMITS = { timeout: 60_000, killSignal: "SIGKILL" } as const;

/**
 * Makes a commit on top of its parent and gives its hash. Neither the working tree nor the index nor any branch changes. The author
 * is whom the clone's configuration names. It says on which parent it was made, and with what tree.
 */
export async function importCommit(folder: string, commit: NewCommit): Promise<string> {
  const identity = (await requireGit(folder, "var", "GIT_COMMITTER_IDENT")).trim();
  const tree = await importTree(folder, stream(commit, identity));
  const message = `${commit.message.trimEnd()}\n\n${ownMarks(commit.parent, tree).join("\n")}`;
  return (await requireGit(folder, "commit-tree", tree, "-p", commit.parent, "-m", message)).trim();
}

async function importTree(folder: string, input: Buffer): Promise<string> {
  try {
    await fastImport(folder, input);
    return (await requireGit(folder, "rev-parse", "--verify", `${PENDING}^{tree}`)).trim();
  } finally {
    await askGit(folder, "update-ref", "-d", PENDING);
  }
}

/** Whether a commit is as this program made it. */
export async function isImported(folder: string, commit: string): Promise<boolean> {
  const [tree = "", parents = "", ...body] = (await requireGit(folder, "log", "-1", "--format=%T%n%P%n%B", commit)).split("\n");
  return ownMarks(parents, tree).every((line) => body.includes(line));
}

/** Whether two commits have the same content and stand on the same parent. */
export async function isSameCommit(folder: string, one: string, other: string): Promise<boolean> {
  const of = async (commit: string) => (await askGit(folder, "rev-parse", `${commit}^{tree}`, `${commit}^`)).stdout;
  return (await of(one)) === (await of(other));
}

/** The format of `git fast-import` (git-scm.com/docs/git-fast-import). */
function stream({ parent, message, files }: NewCommit, identity: string): Buffer {
  const parts = [`commit ${PENDING}\ncommitter ${identity}\n`, ...data(Buffer.from(message)), `from ${parent}\n`];
  const contents = [...files].flatMap(([path, file]) =>
    file === undefined ? [`D ${quoted(path)}\n`] : [`M ${file.mode} inline ${quoted(path)}\n`, ...data(file.bytes)],
  );
  return Buffer.concat([...parts, ...contents, "done\n"].map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}

function data(bytes: Uint8Array): (string | Uint8Array)[] {
  return [`data ${bytes.length}\n`, bytes, "\n"];
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

function fastImport(folder: string, input: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = [...GIT_OPTIONS, "fast-import", "--quiet", "--done"];
    const child = execFile(gitProgram(), args, { ...LIMITS, cwd: folder, env: gitEnv() }, (error, _, stderr) => {
      if (error === null) resolve();
      else reject(gitFailure(typeof error.code === "number" ? `exit code ${error.code}` : systemCode(error), stderr));
    });
    // Where git ends early it says why; that nobody reads our side any more is no news.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
