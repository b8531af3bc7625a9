import { runsOnGpus } from "../../gpu.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Who names a tag means an image of their own, and only they know what its build for GPUs is called. */
export const gpuBuild: Rule = ({ environment: { milvus }, config: { settings } }) => {
  const { tag, gpu } = settings.milvus?.image ?? {};
  if (!runsOnGpus(milvus) || tag === undefined || gpu?.tag !== undefined) return [];
  return [
    error("milvus.image.gpu.tag", "E_IMAGE", {
      message: `The tag ${tag} is of a build without GPUs, and a role has some.`,
      reason: `All roles would run ${milvus.image.tag}, which nobody named.`,
      remedy: "Name the tag of the build for GPUs here, or remove milvus.image.tag.",
    }),
  ];
};
