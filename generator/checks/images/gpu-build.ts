import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { parseImage, programOf } from "./image-reference.ts";

/** Milvus is released twice, `v2.6.20` and `v2.6.20-gpu`; builds of one's own may be called anything. */
const WITHOUT_GPUS = /^v\d+\.\d+\.\d+$/;

export const gpuPodsRunGpuBuild: Invariant<EnvironmentTree> = {
  name: "gpu-pods-run-gpu-build",
  code: "E_IMAGE",
  severity: "error",
  reason: "The other build cannot use a GPU, and keeps it from those who can.",
  remedy: "Use the tag that ends in -gpu for all roles, as milvus.roles.queryNode.gpu does, or take the GPUs away.",
  find: inContainers(({ image = "", resources }) => {
    const gpus = Object.keys(resources?.limits ?? {}).filter((resource) => resource.startsWith("nvidia.com/"));
    const reference = parseImage(image);
    const isOther = programOf(reference) === "milvus" && WITHOUT_GPUS.test(reference.tag ?? "");
    return isOther && gpus.length > 0 ? [`it has ${gpus.join(" and ")}, and runs ${image}.`] : [];
  }),
};
