import type { Finding } from "../errors.ts";
import { parseDocument, type SourceDocument } from "./document.ts";
import { isSame } from "./edits/same.ts";
import { splice } from "./edits/splice.ts";
import { withField } from "./edits/with-field.ts";
import { formatPath } from "./format-path.ts";
import { finding } from "./place.ts";

export { parsePatch } from "./edits/parse-patch.ts";
export { parseSet, parseUnset } from "./edits/parse-set.ts";

/** One field of a description that a person or a promotion changes. */
export interface Edit {
  readonly path: readonly string[];
  /** Undefined removes the field. A mapping is the whole of what the field then holds; a list is replaced whole. */
  readonly value: unknown;
}

/**
 * The file with the edits. Comments, order, quotes, line endings and layout of everything else stay byte for byte as they were,
 * and an edit that changes no value changes no byte. A file that cannot be read, or that an edit would make unreadable, gives
 * findings; whether its values are right is for whoever loads it next.
 */
export function applyEdits(
  file: string,
  bytes: Uint8Array,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array } | { readonly findings: Finding[] } {
  const read = parseDocument(file, bytes);
  if ("findings" in read) return read;
  let edited: Edited = { bytes, document: read.document };
  for (const edit of edits) {
    const next = withEdit(edited, edit);
    if ("findings" in next) return next;
    edited = next;
  }
  return { bytes: edited.bytes };
}

interface Edited {
  readonly bytes: Uint8Array;
  readonly document: SourceDocument;
}

/** The file is read again after each edit, because a splice at a wrong place could change another field than the one that was meant. */
function withEdit({ bytes, document }: Edited, edit: Edit): Edited | { readonly findings: Finding[] } {
  const before = new TextDecoder().decode(bytes);
  const text = splice(before, document.value, edit);
  if (text === undefined) return oddLayout(document, edit);
  if (text === before) return { bytes, document };
  const spliced = new TextEncoder().encode(text);
  const read = parseDocument(document.file, spliced);
  if ("findings" in read) return read;
  const wanted = withField(document.value, edit.path, edit.value);
  return isSame(read.document.value, wanted) ? { bytes: spliced, document: read.document } : oddLayout(document, edit);
}

function oddLayout(document: SourceDocument, { path }: Edit): { readonly findings: Finding[] } {
  return {
    findings: [
      finding(document.keyLocation(path), formatPath(path), "E_YAML", {
        message: "The field is written in a way that no command can change.",
        remedy: "Change it by hand, or write it as a name, a colon and the value on a line of its own.",
      }),
    ],
  };
}
