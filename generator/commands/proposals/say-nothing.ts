import { EXIT } from "../../errors.ts";
import type { Output } from "../output.ts";
import type { Target } from "./target.ts";

/** The branch holds already what was asked for. */
export function sayNothing({ tree }: Target, out: Output, words = "says so already"): number {
  if (out.json) out.print(`${JSON.stringify({ findings: [], pullRequests: [] }, null, 2)}\n`);
  else out.print(`Nothing to do: ${tree.title} ${words}.\n`);
  return EXIT.done;
}
