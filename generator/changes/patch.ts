import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";

/** A file before and after; undefined where it does not exist. */
export interface TextChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Changes as one patch that `git apply` takes. */
export function renderPatch(changes: readonly TextChange[]): string {
  return changes.map(filePatch).join("");
}

function filePatch({ path, before, after }: TextChange): string {
  const oldName = before === undefined ? "/dev/null" : `a/${path}`;
  const newName = after === undefined ? "/dev/null" : `b/${path}`;
  const patch = structuredPatch(oldName, newName, before ?? "", after ?? "", undefined, undefined, { context: 3 });
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
