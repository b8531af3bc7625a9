import type { Finding } from "../../errors.ts";
import type { Told } from "./rule.ts";

/**
 * Problems with their places. What one profile says wrong is wrong in all of its environments and told once, and so is a warning
 * about what no person wrote: a default is the same everywhere.
 */
export function findings(told: readonly Told[]): Finding[] {
  const groups = new Map<string, Told[]>();
  for (const [index, one] of told.entries()) {
    const key = groupKey(one) ?? String(index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map(groupFinding);
}

function groupKey({ config, problem }: Told): string | undefined {
  const { saidBy, profile } = config.origin(problem.path);
  const isShared = saidBy === "profile" || (saidBy === "built-in" && problem.severity === "warning");
  if (!isShared) return undefined;
  return JSON.stringify([profile, problem.code, problem.path, problem.text]);
}

function groupFinding(group: readonly Told[]): Finding {
  const [first] = group;
  if (first === undefined) throw new Error("A group of problems is empty.");
  const { config, problem } = first;
  const { location, field } = config.place(problem.path);
  const others = new Set(group.map((one) => one.config.name)).size - 1;
  const reason = [problem.text.reason ?? "", ...alsoIn(others)].filter((text) => text !== "").join(" ");
  const { code, severity, text } = problem;
  return { code, severity, location, path: field, message: text.message, reason, remedy: text.remedy };
}

function alsoIn(others: number): string[] {
  if (others === 0) return [];
  return [`The same holds for ${others} other environment${others === 1 ? "" : "s"}.`];
}
