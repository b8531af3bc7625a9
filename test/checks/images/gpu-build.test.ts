import { expect, it } from "vitest";
import { gpuPodsRunGpuBuild } from "../../../generator/checks/images/gpu-build.ts";
import { all, plannedTree, set } from "../quorum/edits.ts";

const TREE = plannedTree("production");
const CONTAINER = "spec.template.spec.containers.0";
const QUERY_NODE = "Deployment milvus-querynode";
const withGpu = set(QUERY_NODE, `${CONTAINER}.resources.limits`, { "nvidia.com/gpu": "1" });
const running = (image: string) => all(withGpu, set(QUERY_NODE, `${CONTAINER}.image`, image))(TREE);

it("accepts GPUs in the build for them, in a build of one's own, and none in the other", () => {
  const planned = plannedTree("production", {
    milvus: { roles: { queryNode: { gpu: { count: 1 } }, dataNode: { gpu: { count: 1 } } } },
  });

  expect(gpuPodsRunGpuBuild.find(TREE)).toEqual([]);
  expect(gpuPodsRunGpuBuild.find(planned)).toEqual([]);
  expect(gpuPodsRunGpuBuild.find(running("registry.example.com/milvus:2.6.20-cuda12"))).toEqual([]);
});

it("refuses GPUs in the build without", () => {
  expect(gpuPodsRunGpuBuild.find(running("registry.example.com/milvusdb/milvus:v2.6.20"))).toEqual([
    {
      subject: "Deployment milvus-prod/milvus-querynode",
      message: "Container querynode: it has nvidia.com/gpu, and runs registry.example.com/milvusdb/milvus:v2.6.20.",
    },
  ]);
});
