import { readBlobs } from "../../github/blobs.ts";
import type { RemoteBranch } from "../../github/branch.ts";
import type { GitHub } from "../../github/client.ts";
import { readKnownBlobs } from "../../system/git-blobs.ts";
import { entryId, NOT_RENDERED, type Side } from "../diff-sides.ts";

/** A tree as GitHub has it. Contents come from the clone where it has them, which their hashes tell, and else by a call each. */
export function githubTree(github: GitHub, directory: string, branch: RemoteBranch): Side {
  const { entries, commit, name } = branch;
  const read: Side["read"] = async (paths) => {
    const ids = new Map(paths.map((path) => [path, entryId(entries, path)]));
    const wanted = [...new Set(ids.values())];
    const known = await readKnownBlobs(directory, wanted);
    const others = await readBlobs(
      github,
      wanted.filter((id) => !known.has(id)),
    );
    return new Map([...ids].map(([path, id]) => [path, known.get(id) ?? others.get(id) ?? new Uint8Array()]));
  };
  return { title: `${name} (${commit.slice(0, 8)})`, commit, entries, read, rendered: NOT_RENDERED };
}
