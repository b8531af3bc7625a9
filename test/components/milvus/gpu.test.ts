import { describe, expect, it } from "vitest";
import { milvus as component } from "../../../generator/components/milvus/index.ts";
import type { Gpu, RoleName } from "../../../generator/model/environment.ts";
import { someResources } from "../../support/environments.ts";
import { aMilvus, anUnplacedEnvironment } from "./environments.ts";

const { requests, limits } = someResources();

describe("a role with GPUs", () => {
  it("holds whole ones, in requests and limits alike, in the runtime that passes them on", () => {
    const pod = podOf("queryNode", aGpu({ count: 2, runtimeClassName: "nvidia" }));

    expect(pod).toMatchObject({
      runtimeClassName: "nvidia",
      containers: [
        {
          resources: {
            requests: { ...requests, "nvidia.com/gpu": "2" },
            limits: { ...limits, "nvidia.com/gpu": "2" },
          },
        },
      ],
    });
  });

  it("takes the cluster's own runtime unless it names one, and parts of GPUs by their own name", () => {
    const pod = podOf("dataNode", aGpu({ resource: "nvidia.com/mig-3g.20gb" }));

    expect(pod).not.toHaveProperty("runtimeClassName");
    expect(pod).toMatchObject({ containers: [{ resources: { limits: { ...limits, "nvidia.com/mig-3g.20gb": "1" } } }] });
  });

  it("sees the GPUs that the device plugin gives it, and roles without see none of their node's", () => {
    const units = deployments("queryNode", aGpu());
    const seen = Object.fromEntries(units.map(({ name, env }) => [name, env.NVIDIA_VISIBLE_DEVICES]));

    expect(seen).toEqual({ mixcoord: "void", streamingnode: "void", querynode: undefined, datanode: "void", proxy: "void" });
  });

  it("rolls out the new pod first, or the other way round where no GPU is free for it", () => {
    expect(strategyOf("queryNode", aGpu())).toEqual({
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
    expect(strategyOf("queryNode", aGpu({ rollOut: "replace" }))).toEqual({
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    });
  });
});

describe("an environment without GPUs", () => {
  it("says nothing of them", () => {
    expect(JSON.stringify(component.units(environmentOf("queryNode", undefined)))).not.toMatch(/nvidia|runtimeClass/i);
  });
});

function aGpu(overrides: Partial<Gpu> = {}): Gpu {
  return { count: 1, resource: "nvidia.com/gpu", runtimeClassName: undefined, rollOut: "surge", ...overrides };
}

function environmentOf(role: RoleName, gpu: Gpu | undefined) {
  return anUnplacedEnvironment({ milvus: aMilvus("2.6", "mixed", { [role]: { gpu } }) });
}

interface Deployment {
  readonly strategy: object;
  readonly template: { readonly spec: { readonly containers: readonly [Container] } };
}

interface Container {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

function specs(role: RoleName, gpu: Gpu): Deployment[] {
  const objects = component.units(environmentOf(role, gpu)).flatMap(({ resources }) => resources.map(({ object }) => object));
  return objects.filter(({ kind }) => kind === "Deployment").map(({ spec }) => spec as Deployment);
}

function deployments(role: RoleName, gpu: Gpu) {
  return specs(role, gpu).map(({ template }) => {
    const [{ name, env = [] }] = template.spec.containers;
    return { name, env: Object.fromEntries(env.map((variable) => [variable.name, variable.value])) };
  });
}

function specOf(role: RoleName, gpu: Gpu): Deployment {
  const found = specs(role, gpu).find(({ template }) => template.spec.containers[0].name === role.toLowerCase());
  if (found === undefined) throw new Error(`No Deployment of ${role}.`);
  return found;
}

function podOf(role: RoleName, gpu: Gpu): object {
  return specOf(role, gpu).template.spec;
}

function strategyOf(role: RoleName, gpu: Gpu): object {
  return specOf(role, gpu).strategy;
}
