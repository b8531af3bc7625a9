/** One file that a run would write or remove; `before` and `after` are the whole texts. */
export interface FileChange {
  readonly path: string;
  readonly kind: "create" | "update" | "delete";
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * - `edited`: a generated file was changed by hand since it was generated
 * - `deleted-edited`: the same, and the file is no longer wanted
 * - `unowned`: a file that was not generated stands where one should
 * - `symlink`, `not-a-file`: a link, a folder or a device stands there, or a link or a file among its parents
 * - `case-clash`: an entry whose name differs in case only, which is the same file on macOS and Windows
 */
export type ConflictReason = "edited" | "deleted-edited" | "unowned" | "symlink" | "not-a-file" | "case-clash";

/** Why a run does not write, at one path: work of a person could be lost. */
export interface Conflict {
  readonly path: string;
  readonly reason: ConflictReason;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a run would do, as a value. `changes` holds what `force` would write too; both lists are sorted by path. */
export interface WritePlan {
  readonly changes: readonly FileChange[];
  readonly conflicts: readonly Conflict[];
  /** Temporary files of a run that was killed. */
  readonly leftovers: readonly string[];
}

/** The text of a person's file can be overwritten on request; a link, a folder or another name cannot. */
export function canBeForced({ reason }: Conflict): boolean {
  return reason === "edited" || reason === "deleted-edited" || reason === "unowned";
}
