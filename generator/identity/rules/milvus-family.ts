import type { Family } from "../../model/environment.ts";
import { RELEASES } from "../../model/releases/index.ts";
import { isAtLeast } from "../../model/releases/version.ts";
import { type Change, never, type Refusal, type Rule } from "../rule.ts";

const FAMILIES = Object.keys(RELEASES) as Family[];

/** The first 2.5 from which Milvus' documentation lets an upgrade to 2.6 begin. */
const LAST_STEP_BEFORE_2_6 = "2.5.16";

/** Milvus goes from one family to the next, in order; what a newer one wrote, an older one cannot read. */
export const milvusFamily: Rule = (change) => {
  const { from, to } = change;
  const steps = FAMILIES.indexOf(to as Family) - FAMILIES.indexOf(from as Family);
  if (steps < 0) return refuse("An older family cannot read the indexes and segments that a newer one wrote.");
  if (steps > 1)
    return refuse(`Families come one after the other; the next one is ${FAMILIES[FAMILIES.indexOf(from as Family) + 1]}.`);
  return to === "2.6" ? beforeStreaming(change) : undefined;
};

function beforeStreaming({ before }: Change): Refusal | undefined {
  const version = before["milvus.version"] ?? "";
  if (!isAtLeast(version, LAST_STEP_BEFORE_2_6)) {
    return refuse(`The way to 2.6 begins at ${LAST_STEP_BEFORE_2_6} or later; the environment has ${version}.`);
  }
  if (before["milvus.coordinators"] === "mixed") return undefined;
  return refuse("The way to 2.6 begins with coordinators: mixed, while Milvus is still 2.5.");
}

function refuse(reason: string): Refusal {
  return never("milvus-upgrade", reason);
}
