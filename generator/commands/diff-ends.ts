import { EXIT, GeneratorError } from "../errors.ts";
import { findCommit } from "../system/git-commit.ts";
import { committedSide, emptySide, type Side } from "./diff-sides.ts";
import type { Output } from "./output.ts";

/** A commit by its name, and what the texts call it. */
export interface CommitName {
  readonly ref: string;
  readonly title: string;
}

/** What a comparison starts from. A commit without a tree is what a first pull request starts from. */
export async function startSide(
  directory: string,
  { ref, title }: CommitName,
  { complain }: Pick<Output, "complain">,
): Promise<Side> {
  const commit = await findCommit(directory, ref);
  const side = commit === undefined ? emptySide(`${title} (no commit yet)`) : await committedSide(directory, title, commit);
  if (!hasTree(side)) complain(`${side.title} holds no generated tree, so everything is new.\n`);
  return side;
}

/** What it goes to. A tree that is not there would be the end of every environment, which is more likely a wrong name. */
export async function endSide(directory: string, { ref, title }: CommitName): Promise<Side> {
  const commit = await findCommit(directory, ref);
  const side = commit === undefined ? undefined : await committedSide(directory, title, commit);
  if (side !== undefined && hasTree(side)) return side;
  throw new GeneratorError({
    code: "E_REF",
    exitCode: EXIT.input,
    message: `${ref} holds no generated tree.`,
    remedy:
      "Name a commit with base/, overlays/ and apps/. Without --to, `npm run diff` compares with what would be generated now.",
  });
}

function hasTree({ entries }: Side): boolean {
  return [...entries.keys()].some((path) => /^overlays\/[^/]+\/kustomization\.yaml$/.test(path));
}
