import { registryOf } from "../../resolve/index.ts";
import { images } from "../parts.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Images come from the registries that the platform allows, after its mirrors have been put in. */
export const registries: Rule = ({ environment, platform }) => {
  const allowed = platform.images?.allowedRegistries;
  if (allowed === undefined) return [];
  return images(environment)
    .filter(({ value }) => !allowed.includes(registryOf(value.repository)))
    .map(({ field, value }) =>
      error(`${field}.repository`, "E_IMAGE", {
        message: `${value.repository} comes from ${registryOf(value.repository)}, which is not allowed.`,
        reason: "images.allowedRegistries of gitops.yaml lists the registries that are.",
        remedy: `Name a mirror for ${registryOf(value.repository)} in images.mirrors, or allow it there.`,
      }),
    );
};
