import { imageReference } from "../../images.ts";
import { images } from "../parts.ts";
import { warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** A tag can be moved to another image; a digest cannot. */
export const digests: Rule = ({ environment, isProduction }) => {
  if (!isProduction) return [];
  return images(environment)
    .filter(({ value }) => value.digest === undefined)
    .map(({ field, value }) =>
      warning(`${field}.digest`, "E_IMAGE", {
        message: `${imageReference(value)} is not pinned by its digest.`,
        reason: "A tag can be moved, so two nodes could run different images.",
        remedy: `Add the digest that \`crane digest ${imageReference(value)}\` prints.`,
      }),
    );
};
