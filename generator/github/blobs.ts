import { BLOB } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { githubError } from "./failure.ts";
import { blobId } from "./object-id.ts";

/** So many calls are under way at a time; the throttling plugin allows ten. */
const AT_ONCE = 8;

/** The contents of files by their hash, which is proved. One call for each. */
export async function readBlobs(github: GitHub, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(ids)];
  const blobs = new Map<string, Uint8Array>();
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = wanted.slice(start, start + AT_ONCE);
    const contents = await Promise.all(some.map((id) => readBlob(github, id)));
    for (const [index, bytes] of contents.entries()) blobs.set(some[index] ?? "", bytes);
  }
  return blobs;
}

async function readBlob(github: GitHub, id: string): Promise<Uint8Array> {
  const { content, encoding } = await answer(github.rest.git.getBlob({ ...github.repository, file_sha: id }), BLOB);
  const bytes = Buffer.from(content, encoding === "base64" ? "base64" : "utf8");
  if (blobId(bytes) === id) return bytes;
  throw githubError({
    code: "E_GITHUB",
    message: `GitHub gave other contents than those of blob ${id.slice(0, 8)}.`,
    remedy: "Run again.",
  });
}
