import { procedure, type Refusal, type Rule } from "../rule.ts";

/** Servers that call each other by another scheme than their peers listen on. One that is alone calls nobody. */
export function scheme(servers: string, reason: string): Rule {
  const refusal: Refusal = procedure("tls-switch", reason);
  return ({ to, before, after }) =>
    to === undefined || (before[servers] === "1" && after[servers] === "1") ? undefined : refusal;
}
