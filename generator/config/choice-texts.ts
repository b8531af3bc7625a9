import type { Wording } from "./fault.ts";
import type { Field } from "./field.ts";
import type { ProblemText } from "./problem.ts";
import { shown } from "./shown.ts";
import { suggest } from "./suggest.ts";
import { missing } from "./type-texts.ts";

/** Longer lists help nobody; the JSON Schema in the editor shows them. */
const MAX_LISTED = 20;

/** A value that is none of those allowed. */
export function oneOf(values: readonly unknown[], field: Field): Wording {
  const hint = `Use ${alternatives(values)}.`;
  if (field.value === undefined) return missing(hint);
  const isSameType = values.some((value) => typeof value === typeof field.value);
  const message = field.value === null ? "The field is empty." : `${capital(field.shown)} is not allowed.`;
  return { code: isSameType ? "E_RANGE" : "E_TYPE", text: { message, remedy: `${didYouMean(values, field)}${hint}` } };
}

/** A field that the schema does not have. */
export function unknownField(key: string, allowed: readonly string[]): ProblemText {
  const meant = suggest(key, allowed);
  const hint = meant === undefined ? "Remove it." : `Did you mean ${meant}?`;
  const list = allowed.length === 0 || allowed.length > MAX_LISTED ? "" : ` Allowed here: ${[...allowed].sort().join(", ")}.`;
  return { message: "The field does not exist.", remedy: `${hint}${list}` };
}

function alternatives(values: readonly unknown[]): string {
  const texts = [...new Set(values.map((value) => shown(value)))];
  if (texts.length === 1) return texts.join();
  return `one of ${texts.slice(0, MAX_LISTED).join(", ")}${texts.length > MAX_LISTED ? " and others" : ""}`;
}

function didYouMean(values: readonly unknown[], field: Field): string {
  if (typeof field.value !== "string" || values.length < 2) return "";
  const meant = suggest(
    field.value,
    values.filter((value) => typeof value === "string"),
  );
  return meant === undefined ? "" : `Did you mean ${JSON.stringify(meant)}? `;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
