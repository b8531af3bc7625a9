import type { Config } from "../../../config/config.ts";
import { finding } from "../../../config/place.ts";
import type { Finding } from "../../../errors.ts";
import { addonNamespaces } from "./addon-namespaces.ts";
import { loggedEnvironments } from "./logged-environments.ts";
import { loggingImages } from "./logging-images.ts";
import { loggingResources } from "./logging-resources.ts";
import type { PlatformContext, PlatformRule } from "./rule.ts";

/** Rules about gitops.yaml that take what it is resolved to. A new one is a line here and a file in `test/invalid/`. */
const PLATFORM_RULES: readonly PlatformRule[] = [addonNamespaces, loggedEnvironments, loggingImages, loggingResources];

export function platformFindings({ locatePlatform }: Pick<Config, "locatePlatform">, context: PlatformContext): Finding[] {
  return PLATFORM_RULES.flatMap((rule) => rule(context)).map(({ path, code, text }) =>
    finding(locatePlatform(path), path.join("."), code, text),
  );
}
