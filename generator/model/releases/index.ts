import type { Family } from "../environment.ts";
import { RELEASE_2_3 } from "./2-3.ts";
import { RELEASE_2_4 } from "./2-4.ts";
import { RELEASE_2_5 } from "./2-5.ts";
import { RELEASE_2_6 } from "./2-6.ts";
import type { Release } from "./release.ts";

export type { Release, RoleKind, Topology } from "./release.ts";

/** Everything that differs between families of Milvus stands here, and nowhere else. */
export const RELEASES: Readonly<Record<Family, Release>> = {
  "2.3": RELEASE_2_3,
  "2.4": RELEASE_2_4,
  "2.5": RELEASE_2_5,
  "2.6": RELEASE_2_6,
};

/** The family of a version, `2.5` of `2.5.27`; undefined for one that nobody here has read about. */
export function familyOf(version: string): Family | undefined {
  const family = /^(\d+\.\d+)\.\d+(?:-.+)?$/.exec(version)?.[1];
  return (Object.keys(RELEASES) as Family[]).find((known) => known === family);
}
