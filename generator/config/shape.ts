import type { core, ZodType } from "zod";
import type { Finding } from "../errors.ts";
import type { SourceDocument } from "./document.ts";
import type { Fault } from "./fault.ts";
import { fieldAt } from "./field.ts";
import { formatPath } from "./format-path.ts";
import { issueFaults } from "./issue-faults.ts";
import type { Path } from "./locate.ts";
import { finding, MAX_FINDINGS } from "./place.ts";
import { HIDDEN, shown } from "./shown.ts";
import { nameAllowedFields } from "./unknown-fields.ts";

/** Holds a document against a strict schema: the typed value, or a finding for every issue that zod has. */
export function checkShape<T>(
  document: SourceDocument,
  schema: ZodType<T>,
): { readonly value: T } | { readonly findings: Finding[] } {
  const result = schema.safeParse(document.value, { error: nameAllowedFields });
  if (result.success) return { value: result.data };
  const faults = firstPerValue(result.error.issues).flatMap((issue) => issueFaults(issue, (path) => fieldAt(document, path)));
  return { findings: faults.slice(0, MAX_FINDINGS).map((fault) => faultFinding(document, fault)) };
}

/** zod goes on after a failed check, so a wrong number may be too large twice; rules of our own all say something new. */
function firstPerValue(issues: readonly core.$ZodIssue[]): core.$ZodIssue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const path = formatPath(issue.path);
    const isRepeat = seen.has(path) && ONE_OF_MANY.has(issue.code);
    seen.add(path);
    return !isRepeat;
  });
}

const ONE_OF_MANY: ReadonlySet<string> = new Set(["too_small", "too_big", "not_multiple_of", "invalid_format"]);

function faultFinding(document: SourceDocument, fault: Fault): Finding {
  const location = fault.onKey ? document.keyLocation(fault.path) : document.locate(fault.path);
  const hide = hider(fieldAt(document, fault.path).value, fault.path);
  const { message, reason, remedy } = fault.text;
  const text = { message: hide(message), reason: hide(reason ?? ""), remedy: hide(remedy) };
  return finding(location, formatPath(fault.path), fault.code, text);
}

/** A rule's own text may quote a value that looks like a credential. */
function hider(value: unknown, path: Path): (text: string) => string {
  const isSecret = (typeof value === "string" || typeof value === "number") && shown(value, path) === HIDDEN;
  return (text) => (isSecret && value !== "" ? text.replaceAll(String(value), HIDDEN) : text);
}
