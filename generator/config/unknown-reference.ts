import type { ProblemText } from "./problem.ts";
import { shown } from "./shown.ts";
import { suggest } from "./suggest.ts";

const MAX_LISTED = 20;

/** A name of something that does not exist, with the name that was likely meant and those that exist. */
export function unknownReference(kind: string, name: string, existing: readonly string[]): ProblemText {
  const meant = suggest(name, existing);
  const hint = meant === undefined ? "" : `Did you mean ${meant}? `;
  const listed = existing.slice(0, MAX_LISTED).join(", ");
  const more = existing.length > MAX_LISTED ? " and others" : "";
  return { message: `There is no ${kind} ${shown(name)}.`, remedy: `${hint}There is ${listed || "none"}${more}.` };
}
