import { findProgram, PROGRAMS } from "./programs.ts";

const REFUSED = 2;

/** Nothing is proved where a program is missing, and nobody may take that for a proof. */
export function setup(): void {
  const missing = PROGRAMS.filter((name) => findProgram(name) === undefined);
  if (missing.length === 0) return;
  process.stderr.write(`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not on PATH.\nNo proof was run.\n`);
  process.exit(REFUSED);
}
