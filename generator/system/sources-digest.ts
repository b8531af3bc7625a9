import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import type { Sources } from "./repository.ts";

/** One hash of all that a plan is made from. The whole value goes in, so that no field of it can be forgotten. */
export function sourcesDigest(sources: Sources): string {
  return createHash("sha256").update(serialize(sources)).digest("hex");
}
