import { expect } from "vitest";
import { type Plan, planRepository } from "../../generator/commands/plan.ts";
import type { Sources } from "../../generator/config/sources.ts";

/** The plan of descriptions that must be right. */
export function planOf(sources: Sources): Plan {
  const { plan, findings } = planRepository(sources);
  expect(findings.filter(({ severity }) => severity === "error").map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
  if (plan === undefined) throw new Error("There is no plan.");
  return plan;
}
