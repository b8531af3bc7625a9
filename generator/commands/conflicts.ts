import { EXIT, GeneratorError } from "../errors.ts";
import { type Conflict, type ConflictReason, canBeForced } from "../system/write-plan.ts";
import { patchOf } from "./report-changes.ts";

const REASONS: Readonly<Record<ConflictReason, string>> = {
  edited: "was edited by hand since it was generated",
  "deleted-edited": "is no longer wanted, and was edited by hand since it was generated",
  unowned: "was not generated, and stands where a generated file goes",
  symlink: "is a symbolic link, or lies behind one",
  "not-a-file": "is not a plain file, or lies behind one",
  "case-clash": "differs from another file in upper and lower case only",
};

/** Why nothing is written, with the difference that a person made; undefined where nothing is in the way. */
export async function conflictError(conflicts: readonly Conflict[], force: boolean): Promise<GeneratorError | undefined> {
  const inTheWay = conflicts.filter((conflict) => !force || !canBeForced(conflict));
  if (inTheWay.length === 0) return undefined;
  const lines = inTheWay.map(({ path, reason }) => `${path} ${REASONS[reason]}.\n`);
  // From what would be generated to what stands there: the change that a person made.
  const edits = inTheWay.filter(canBeForced).map(({ path, before, after }) => ({ path, before: after, after: before }));
  return new GeneratorError({
    code: "E_CONFLICT",
    exitCode: EXIT.check,
    message: `${lines.join("")}${await patchOf(edits)}Nothing was written.`,
    remedy: inTheWay.every(canBeForced)
      ? "Say it in environment.yaml or put it into custom/; `npm run generate -- --force` restores the generated file."
      : "Move what stands there out of the way, and run again.",
  });
}
