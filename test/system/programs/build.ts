import { join } from "node:path";
import { buildSync } from "esbuild";

/** Makes a program of this folder one that Node runs by itself, and returns its path. */
export function buildProgram(name: string, folder: string): string {
  const outfile = join(folder, `${name}.cjs`);
  buildSync({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}
