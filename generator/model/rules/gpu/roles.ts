import { RELEASES } from "../../releases/index.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** Other roles would hold GPUs that they never use. */
export const gpuRoles: Rule = ({ environment: { milvus } }) => {
  const { builds, searches } = RELEASES[milvus.family].gpuRoles;
  return milvus.roles
    .filter(({ name, gpu }) => gpu !== undefined && name !== builds && name !== searches)
    .map(({ name }) =>
      error(`milvus.roles.${name}.gpu`, "E_VERSION", {
        message: `${name} of Milvus ${milvus.family} uses no GPU.`,
        reason: `In ${milvus.family}, ${builds} builds indexes and ${searches} searches them.`,
        remedy: `Remove it, and give the GPUs to ${builds} and ${searches}.`,
      }),
    );
};
