import { EXIT } from "../errors.ts";
import type { Output } from "./output.ts";

/** Says which Node and which kustomize are used, and where the latter was looked for. */
export async function doctor(_options: unknown, out: Output): Promise<number> {
  const { findKustomize } = await import("../system/kustomize-binary.ts");
  out.progress("Looking for kustomize; the last resort is a download of 36 MB …");
  const { version, origin, command, tried } = await findKustomize(process.env);
  if (out.json) {
    out.print(`${JSON.stringify({ node: process.version, kustomize: { version, origin, command }, tried }, null, 2)}\n`);
    return EXIT.done;
  }
  const places = tried.map(({ place, found }) => `  ${place}: ${found}\n`);
  out.print(
    `Node ${process.version}\nKustomize ${version}, from ${origin}: ${command.join(" ")}\n\nLooked for in this order:\n${places.join("")}`,
  );
  return EXIT.done;
}
