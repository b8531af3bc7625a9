import type { core } from "zod";
import { unknownField } from "./choice-texts.ts";
import type { Fault } from "./fault.ts";

/**
 * Error map for `safeParse`: zod drops the schema that refused a key from its issue, but shows it to the error map, so
 * the fields that it allows travel in the message.
 */
export function nameAllowedFields(issue: core.$ZodRawIssue): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  const definition = (issue.inst as core.$ZodTypes | undefined)?._zod.def;
  if (definition?.type === "object") return [ALLOWED, ...Object.keys(definition.shape)].join("\n");
  if (definition?.type === "record") return [ALLOWED, ...(definition.keyType._zod.values ?? [])].map(String).join("\n");
  return undefined;
}

const ALLOWED = "allowed:";

/** One fault for each key that the schema does not know. */
export function unknownFields(issue: core.$ZodIssueUnrecognizedKeys): Fault[] {
  const [head, ...names] = issue.message.split("\n");
  const allowed = head === ALLOWED ? names : [];
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    onKey: true,
    code: "E_UNKNOWN",
    text: unknownField(key, allowed),
  }));
}
