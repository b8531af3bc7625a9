import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { systemCode } from "./file-failure.ts";
import { GIT_OPTIONS, gitEnv, gitFailure, gitProgram } from "./git-command.ts";

const LIMITS = { timeout: 60_000, maxBuffer: 1_073_741_824, killSignal: "SIGKILL" } as const;

/** The contents of blobs by their hashes, all in one go, as they are stored: no filter and no line ending is applied. */
export async function readBlobs(folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(ids)];
  const blobs = await readKnownBlobs(folder, wanted);
  const missing = wanted.find((id) => !blobs.has(id));
  if (missing !== undefined) throw gitFailure(`the object ${missing} is missing`, "");
  return blobs;
}

/** The same for those that the clone has. */
export async function readKnownBlobs(folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  return ids.length === 0 ? new Map() : parseBatch(await batch(folder, [...new Set(ids)]));
}

/** The hash that Git gives these contents, in the repository's own kind of hash, which the length of another one tells. */
export function blobId(contents: Uint8Array, idLength: number): string {
  const hash = createHash(idLength === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${contents.length}\0`).update(contents).digest("hex");
}

function batch(folder: string, ids: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const args = [...GIT_OPTIONS, "cat-file", "--batch"];
    const options = { ...LIMITS, cwd: folder, env: gitEnv(), encoding: "buffer" } as const;
    const child = execFile(gitProgram(), args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else
        reject(gitFailure(typeof error.code === "number" ? `exit code ${error.code}` : systemCode(error), stderr.toString()));
    });
    // Where git ends early it says why; that nobody reads our side any more is no news.
    child.stdin?.on("error", () => {});
    child.stdin?.end(ids.map((id) => `${id}\n`).join(""));
  });
}

/** `<id> blob <size>`, a line feed, the contents, a line feed; `<id> missing` where there is none. */
function parseBatch(output: Buffer): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0x0a, start);
    const [id = "", type = "", size = ""] = output.toString("latin1", start, end).split(" ");
    if (end === -1) throw gitFailure("an answer that breaks off", "");
    if (type !== "missing") blobs.set(id, output.subarray(end + 1, end + 1 + Number(size)));
    start = type === "missing" ? end + 1 : end + 1 + Number(size) + 1;
  }
  return blobs;
}
