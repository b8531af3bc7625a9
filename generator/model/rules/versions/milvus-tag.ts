import { milvusImageField } from "../parts.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Roles and settings follow the version, nodes pull the tag: the two must speak of one Milvus. */
export const milvusTag: Rule = ({ environment: { milvus } }) => {
  const named = /^v?(\d+\.\d+\.\d+)(?:[.-]|$)/.exec(milvus.image.tag)?.[1];
  if (named === undefined || named === milvus.version) return [];
  return [
    error(`${milvusImageField(milvus)}.tag`, "E_VERSION", {
      message: `The image ${milvus.image.tag} is not Milvus ${milvus.version}.`,
      reason: "Roles and settings are made for milvus.version, and the nodes would run the other.",
      remedy: `Remove the tag, or set milvus.version: "${named}".`,
    }),
  ];
};
