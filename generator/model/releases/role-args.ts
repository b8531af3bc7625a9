import type { RoleName } from "../environment.ts";
import type { Release } from "./release.ts";

/** Arguments, not the command: the image's entrypoint is tini, which stays process 1. */
export function roleArgs(release: Release, role: RoleName): string[] {
  return ["milvus", "run", ...(role === "mixCoord" ? release.mixCoord.run : [role.toLowerCase()])];
}
