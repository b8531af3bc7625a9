import { never, type Refusal, type Rule } from "../rule.ts";

/** Any other value is refused; that it goes with its workload is no harm. */
export function fixed(refusal: Refusal): Rule {
  return ({ to }) => (to === undefined ? undefined : refusal);
}

const REFUSED =
  "The API server refuses to change it, and Argo CD would repeat the failing sync. No field of the description says it.";

/** What the generator itself decides, so that only another generator can have changed it. */
export const refusedByApiServer: Rule = fixed(never("rename", REFUSED));

/** A name by which data is found: with another one, or with none, the data is left behind. */
export const findsData: Rule = () =>
  never("rename", "Pods would start on empty volumes, or on an empty folder of the old ones.");
