import { parseQuantity } from "../../model/rules/quantity.ts";
import { never, procedure, type Rule } from "../rule.ts";

/** Volumes grow where their class allows it, and never shrink. One size in two spellings is one size to the API server too. */
export const claimSize: Rule = ({ from, to }) => {
  if (to === undefined) return undefined;
  const growth = parseQuantity(to) - parseQuantity(from);
  if (growth === 0) return undefined;
  if (growth < 0) return never("volume-growth", "Kubernetes never makes a volume smaller.");
  return procedure(
    "volume-growth",
    "Kubernetes does not change the claim template of a StatefulSet, so the sync would fail and no volume would grow.",
  );
};
