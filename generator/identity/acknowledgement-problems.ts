import { suggest } from "../config/suggest.ts";
import { error, type Problem, warning } from "../model/rules/problem.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import type { Comparison } from "./lock.ts";

/**
 * Acknowledgements that have done their work, and those that never will: an entry left standing must not cover a later change, and
 * one with a wrong value must not look as if it covered this one.
 */
export function acknowledgementProblems({ before, after, acknowledgements }: Comparison): Problem[] {
  const record = before ?? after;
  const names = Object.keys({ ...record, ...after });
  return acknowledgements.flatMap((acknowledgement, index) => {
    const { change, from, to } = acknowledgement;
    if (!names.includes(change)) return [unknownName(index, change, names)];
    if (record[change] === from && after[change] === to) return [];
    return record[change] === to && after[change] === to
      ? [applied(index, acknowledgement)]
      : [misfit(index, acknowledgement, { record: record[change], plan: after[change] })];
  });
}

function unknownName(index: number, name: string, names: readonly string[]): Problem {
  const meant = suggest(name, names);
  return error(["acknowledge", index, "change"], "E_REF", {
    message: `Nothing on record is called ${name}.`,
    remedy: `${meant === undefined ? "" : `Did you mean ${meant}? `}identity.yaml in the same folder has all names.`,
  });
}

function applied(index: number, { change, to }: Acknowledgement): Problem {
  return warning(["acknowledge", index], "E_UNUSED", {
    message: `${change} is ${to} on record: already applied.`,
    remedy: "Once it is merged and rolled out, remove it.",
  });
}

function misfit(
  index: number,
  { change, from, to }: Acknowledgement,
  { record, plan }: { readonly record: string | undefined; readonly plan: string | undefined },
): Problem {
  return error(["acknowledge", index], "E_IMMUTABLE", {
    message: `${change} does not go from ${from} to ${to}: it is ${record ?? "not"} on record, and ${plan ?? "gone"} by the description.`,
    reason: "An acknowledgement is for one change, with both of its values.",
    remedy: "Correct from and to, or remove it.",
  });
}
