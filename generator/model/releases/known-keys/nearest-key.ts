import { suggest } from "../../../config/suggest.ts";
import type { Family } from "../../environment.ts";
import { OPEN } from "./open.ts";
import { namesOf } from "./table.ts";

/**
 * The key of a family that a person most likely meant: each part the nearest of those that may stand there, else the one key of
 * another section that ends in the same word.
 */
export function nearestKey(family: Family, key: string): string | undefined {
  const names = namesOf(family);
  return mistyped(names, key.split(".")) ?? misplaced(names, key);
}

function mistyped(names: readonly string[], parts: readonly string[]): string | undefined {
  let above = "";
  for (const [depth, part] of parts.entries()) {
    if (names.includes(above.slice(0, -1) + OPEN)) return above + parts.slice(depth).join(".");
    const meant = suggest(part, below(names, above));
    if (meant === undefined) return undefined;
    above += `${meant}.`;
  }
  const meant = above.slice(0, -1);
  return names.includes(meant) ? meant : undefined;
}

function below(names: readonly string[], above: string): string[] {
  const parts = names.filter((name) => name.startsWith(above)).map((name) => name.slice(above.length).split(".")[0] ?? "");
  return [...new Set(parts)];
}

/** Words such as `enabled` end many keys, and then none is the likely one. */
function misplaced(names: readonly string[], key: string): string | undefined {
  const found = names.filter((name) => lastPart(name) === lastPart(key));
  return found.length === 1 ? found[0] : undefined;
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1).toLowerCase();
}
