import { EXIT, GeneratorError } from "../../errors.ts";

const SHOWN = 10;

/** A tree that cannot be built on, with what stands against it, one line each. */
export function staleError(title: string, causes: string): GeneratorError {
  return new GeneratorError({
    code: "E_STALE",
    exitCode: EXIT.check,
    message: `${title} is not what this generator makes of its descriptions:\n${causes.trimEnd()}`,
    remedy: "Run `npm run generate` on that branch, or use the generator of that branch, and merge the result first.",
  });
}

export function listOf(paths: readonly string[]): string {
  const more = paths.length > SHOWN ? `  and ${paths.length - SHOWN} more\n` : "";
  return `${paths
    .slice(0, SHOWN)
    .map((path) => `  ${path}\n`)
    .join("")}${more}`;
}
