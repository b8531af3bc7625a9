import type { Settings } from "../schema/settings.ts";
import { DEVELOPMENT } from "./development.ts";
import { PRODUCTION } from "./production.ts";

export { DEFAULTS } from "./defaults.ts";

/** The profiles that need no line in gitops.yaml; every other one extends one of them in the end. */
export const BUILT_IN: Readonly<Record<"development" | "production", Settings>> = {
  development: DEVELOPMENT,
  production: PRODUCTION,
};
