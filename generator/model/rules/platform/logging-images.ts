import type { Logging } from "../../environment.ts";
import { registryOf } from "../../resolve/images.ts";
import { error } from "../problem.ts";
import type { PlatformRule } from "./rule.ts";

/** The images that we name ourselves come from the registries that the platform allows, after its mirrors have been put in. */
export const loggingImages: PlatformRule = ({ platform: { logging, allowedRegistries } }) => {
  if (logging === undefined || allowedRegistries.length === 0) return [];
  return images(logging)
    .filter(({ repository }) => !allowedRegistries.includes(registryOf(repository)))
    .map(({ field, repository }) =>
      error(field, "E_IMAGE", {
        message: `${repository} comes from ${registryOf(repository)}, which is not allowed.`,
        reason: "images.allowedRegistries lists the registries that are.",
        remedy: `Name a mirror for ${registryOf(repository)} in images.mirrors, or allow it there.`,
      }),
    );
};

function images({ store, fluentd }: Logging) {
  const shipper = { field: "addons.logging.fluentd.image.repository", repository: fluentd.image.repository };
  if (store.type === "existing") return [shipper];
  // Kibana's is of the same registry, and so of the same mirror.
  return [shipper, { field: "addons.logging", repository: store.elasticsearch.image.repository }];
}
