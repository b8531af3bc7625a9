import type { EnvironmentConfig } from "./config.ts";
import type { Edit } from "./edit.ts";
import { fieldOf } from "./edits/mapping.ts";
import { isSame } from "./edits/same.ts";

/** The fields that decide together which image runs. */
const IMAGES: readonly (readonly string[][])[] = [
  [["milvus", "version"], ["milvus", "family"], ...ofImage("milvus"), ...gpuImage()],
  ofImage("etcd"),
  ofImage("objectStorage", "minio"),
  ofImage("messageQueue", "pulsar"),
  ofImage("attu"),
];

function ofImage(...section: string[]): string[][] {
  return ["repository", "tag", "digest"].map((name) => [...section, "image", name]);
}

function gpuImage(): string[][] {
  return ["repository", "tag", "digest"].map((name) => ["milvus", "image", "gpu", name]);
}

/**
 * An image moves whole: where one of its fields moves, those that the file of `to` says besides become what `from` comes to, or go.
 * Nodes pull by a digest whatever the tag says, so that a new version beside an old digest would be the old image. Only a registry of
 * its own is the environment's affair.
 */
export function imageEdits(edits: readonly Edit[], from: EnvironmentConfig, to: EnvironmentConfig): Edit[] {
  const isMoved = (path: readonly string[]) => edits.some((edit) => isSame(edit.path, path));
  return IMAGES.filter((fields) => fields.some(isMoved)).flatMap((fields) =>
    fields
      .filter((path) => !isMoved(path) && path.at(-1) !== "repository" && fieldOf(to.file, path) !== undefined)
      .map((path) => ({ path, value: fieldOf(from.settings, path) }))
      .filter(({ path, value }) => !isSame(fieldOf(to.file, path), value)),
  );
}
