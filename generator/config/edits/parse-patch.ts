import type { Finding } from "../../errors.ts";
import { parseDocument, type SourceDocument } from "../document.ts";
import type { Edit } from "../edit.ts";
import { formatPath } from "../format-path.ts";
import { finding } from "../place.ts";
import { knownField } from "./field-path.ts";
import { isMapping } from "./mapping.ts";

/** What `--patch` says: a file with the fields of an environment that change. Null removes a field, a list is replaced whole. */
export function parsePatch(
  file: string,
  bytes: Uint8Array,
): { readonly edits: readonly Edit[] } | { readonly findings: Finding[] } {
  const read = parseDocument(file, bytes);
  if ("findings" in read) return read;
  const edits = leafEdits(read.document.value, []);
  const findings = edits.flatMap((edit) => unknownFields(read.document, edit));
  return findings.length === 0 ? { edits } : { findings };
}

/** A mapping is merged, so only what it holds is an edit; an empty one says nothing. */
function leafEdits(value: unknown, path: readonly string[]): Edit[] {
  if (!isMapping(value)) return [{ path, value: value ?? undefined }];
  return Object.entries(value).flatMap(([key, inner]) => leafEdits(inner, [...path, key]));
}

function unknownFields(document: SourceDocument, { path }: Edit): Finding[] {
  const field = knownField(
    path.map((name) => ({ kind: "name", name })),
    "environment",
  );
  if (!("message" in field)) return [];
  return [finding(document.keyLocation(path), formatPath(path), "E_UNKNOWN", field)];
}
