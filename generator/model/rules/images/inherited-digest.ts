import type { EnvironmentConfig } from "../../../config/config.ts";
import { images } from "../parts.ts";
import { error, type Problem, toPath } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** A digest decides which image runs, so one from a profile beats the tag that is named over it. */
export const inheritedDigest: Rule = ({ environment, config }) =>
  images(environment).flatMap(({ field, value }) => {
    const over = value.digest === undefined ? undefined : namedOver(config, field);
    return over === undefined ? [] : [staleDigest(over, field)];
  });

/** The field that names the image in a layer above the one that says its digest. */
function namedOver(config: EnvironmentConfig, field: string): string | undefined {
  const names = [`${field}.tag`, `${field}.repository`, ...(BESIDES[field] ?? [])];
  const digest = depth(config, `${field}.digest`);
  return names.find((name) => depth(config, name) < digest);
}

/** What else says which image it is. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  "milvus.image": ["milvus.version"],
  "milvus.image.gpu": ["milvus.image.repository", "milvus.version"],
};

/** 0 in the environment's file, 1 in its profile, 2 in what that one extends. */
function depth(config: EnvironmentConfig, field: string): number {
  const { saidBy, profile } = config.origin(toPath(field));
  if (saidBy === "environment") return 0;
  let layers = 1;
  for (let next = config.profile; next.parent !== undefined && next.name !== profile; next = next.parent) layers++;
  return layers;
}

function staleDigest(over: string, field: string): Problem {
  return error(over, "E_IMAGE", {
    message: "The image named here is not the one that would run.",
    reason: `${field}.digest is inherited from a profile, and nodes pull by the digest.`,
    remedy: `Add ${field}.digest here, as \`crane digest\` prints it for this image.`,
  });
}
