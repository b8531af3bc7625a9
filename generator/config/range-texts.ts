import type { core } from "zod";
import type { Wording } from "./fault.ts";
import type { Field } from "./field.ts";

/** A number, text or list below its bound. */
export function tooSmall(issue: core.$ZodIssueTooSmall, field: Field): Wording {
  const bound = `${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  if (isCounted(issue.origin)) return counted(field, bound);
  return rangeWording(`${field.shown} is too small; ${bound} is allowed.`, `Use ${bound}.`);
}

/** A number, text or list above its bound. */
export function tooBig(issue: core.$ZodIssueTooBig, field: Field): Wording {
  const bound = `${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
  if (isCounted(issue.origin)) return counted(field, bound);
  return rangeWording(`${field.shown} is too large; ${bound} is allowed.`, `Use ${bound}.`);
}

/** A number between the allowed steps. */
export function wrongStep(divisor: number | bigint, field: Field): Wording {
  return rangeWording(`${field.shown} is not a multiple of ${divisor}.`, `Use a multiple of ${divisor}.`);
}

/** A text without characters or a list without items where at least one is wanted. */
export function empty(): Wording {
  return rangeWording("The field is empty.", "Give it a value, or remove the line.");
}

function counted(field: Field, bound: string): Wording {
  const { value } = field;
  if (value === "" || (Array.isArray(value) && value.length === 0)) return empty();
  const found = Array.isArray(value) ? `The list has ${value.length} items` : `${field.shown} has ${length(value)} characters`;
  return rangeWording(`${found}; allowed: ${bound}.`, `Use ${bound}.`);
}

function length(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}

function isCounted(origin: string): boolean {
  return origin === "string" || origin === "array";
}

function rangeWording(message: string, remedy: string): Wording {
  return { code: "E_RANGE", text: { message, remedy } };
}
