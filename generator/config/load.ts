import type { ZodType } from "zod";
import type { Finding } from "../errors.ts";
import { readDocument, type SourceDocument } from "./document.ts";
import { secretFindings } from "./secrets.ts";
import { checkShape } from "./shape.ts";

/** A file that was read and has the right shape; the document finds the place of a value for later rules. */
export interface LoadedFile<T> {
  readonly document: SourceDocument;
  readonly value: T;
}

/**
 * Bytes to a typed value, or every finding about reading, shape and credentials at once. Problems that leave the file readable
 * do not hide those of its fields.
 */
export function loadFile<T>(
  file: string,
  bytes: Uint8Array,
  schema: ZodType<T>,
): LoadedFile<T> | { readonly findings: Finding[] } {
  const { document, findings } = readDocument(file, bytes);
  if (document === undefined) return { findings };
  const shape = checkShape(document, schema);
  const ofFields = [...("findings" in shape ? shape.findings : []), ...secretFindings(document)];
  const all = [...findings, ...notYetTold(ofFields, findings)];
  return "value" in shape && all.length === 0 ? { document, value: shape.value } : { findings: all };
}

/** Of a field that the reader already refused, the schema only repeats that it does not like it. */
function notYetTold(findings: readonly Finding[], told: readonly Finding[]): Finding[] {
  const paths = new Set(told.map(({ path }) => path).filter((path) => path !== ""));
  return findings.filter(({ path }) => !paths.has(path));
}
