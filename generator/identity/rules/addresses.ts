import { procedure, type Refusal, type Rule } from "../rule.ts";

/** Addresses of one cluster. With one of them kept it is still the same cluster; with none it may be another, without the data. */
export function addresses(refusal: Refusal): Rule {
  return ({ from, to = "" }) => {
    const kept = new Set(from.split(","));
    return to.split(",").some((address) => kept.has(address)) ? undefined : procedure(refusal.runbook, refusal.reason);
  };
}
