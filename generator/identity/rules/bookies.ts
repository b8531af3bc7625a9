import { procedure, type Rule } from "../rule.ts";

/** A new bookie is used from its first minute; one that goes takes its copies of every ledger with it. */
export const bookies: Rule = ({ from, to }) =>
  to === undefined || Number(to) > Number(from)
    ? undefined
    : procedure(
        "bookie-decommission",
        "Each bookie that goes takes its copies with it; they must be made anew on the others first.",
      );
