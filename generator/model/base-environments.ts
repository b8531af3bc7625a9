import { merge } from "../config/merge.ts";
import { BUILT_IN, DEFAULTS } from "../config/profiles/index.ts";
import { API_VERSION } from "../config/schema/environment.ts";
import type { PlatformFile } from "../config/schema/platform.ts";
import type { Settings } from "../config/schema/settings.ts";
import type { Environment } from "./environment.ts";
import { RELEASES } from "./releases/index.ts";
import { resolveEnvironment } from "./resolve/index.ts";

/**
 * The environments that `base/` is made from: production's careful settings first, so that an overlay relaxes what it does
 * without, then those that run what the first does not. No environment of a person is among them, so a change to one never
 * reaches another.
 */
export function baseEnvironments(platform: PlatformFile): Environment[] {
  return SHAPES.map((shape) => {
    const settings = [DEFAULTS, BUILT_IN.production, shape].reduce((lower, upper) => merge(lower, upper));
    return resolveEnvironment(platform, { ...BASE, settings });
  });
}

const BASE = {
  name: "base",
  file: { apiVersion: API_VERSION, kind: "Environment", profile: "production" },
  profile: { base: "production" },
  hasCustom: false,
} as const;

const SHAPES: readonly Settings[] = [
  {},
  { milvus: { version: RELEASES["2.5"].newest, coordinators: "dedicated" } },
  { messageQueue: { pulsar: { mode: "standalone" } } },
];
