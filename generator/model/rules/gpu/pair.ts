import { RELEASES } from "../../releases/index.ts";
import { type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/**
 * An index of a GPU is built on one and loaded on one (milvus#49836). A warning, because a later patch may search such an index
 * without, and because a role may be scaled up later.
 */
export const gpuPair: Rule = ({ environment: { milvus } }) => {
  const { builds, searches } = RELEASES[milvus.family].gpuRoles;
  const having = new Set(milvus.roles.filter(({ gpu }) => gpu !== undefined).map(({ name }) => name));
  if (having.has(builds) === having.has(searches)) return [];
  return having.has(builds) ? [alone(builds, searches, "load")] : [alone(searches, builds, "build")];
};

function alone(having: string, lacking: string, what: string): Problem {
  return warning(`milvus.roles.${having}.gpu`, "E_REF", {
    message: `${having} has GPUs, and ${lacking} has none.`,
    reason: `${lacking} could not ${what} an index of a GPU, such as GPU_CAGRA.`,
    remedy: `Set milvus.roles.${lacking}.gpu.count too.`,
  });
}
