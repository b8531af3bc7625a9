import { describe, expect, it } from "vitest";
import { quota } from "../../../generator/components/quota/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { namespaceNeed } from "../../../generator/model/namespace-need.ts";
import { aMinioStorage, anAutoscaling, anEnvironment, anEtcd, aRole, someResources } from "../../support/environments.ts";

/** Every workload asks for half a core and may use one, with 2Gi. */
const SMALL = anEnvironment({
  etcd: anEtcd({ replicas: 3 }),
  objectStorage: aMinioStorage({ replicas: 4 }),
  messageQueue: { type: "woodpecker", channelPrefix: "by-dev" },
});

describe("quota", () => {
  it("is nothing unless the environment wants it", () => {
    expect(quota.units(SMALL)).toEqual([]);
  });

  it("has room for the environment's pods, twice those of roles, and for as much more as it is told", () => {
    // etcd 3 and MinIO 4, and mixcoord, streaming node, query node, data node and two proxies, each twice.
    expect(namespaceNeed(SMALL)).toEqual({
      pods: 19,
      requests: { cpu: 9.5, memory: 38 * 2 ** 30 },
      limits: { cpu: 19, memory: 38 * 2 ** 30 },
      devices: {},
    });
    expect(hard(SMALL, 0)).toEqual({
      pods: "19",
      "requests.cpu": "10",
      "requests.memory": "38Gi",
      "limits.cpu": "19",
      "limits.memory": "38Gi",
    });
    expect(hard(SMALL, 50)).toMatchObject({ pods: "29", "requests.cpu": "15", "limits.memory": "57Gi" });
  });

  it("counts what an autoscaler may add, and all parts of Pulsar", () => {
    const { milvus } = SMALL;
    const autoscaling = anAutoscaling({ maxReplicas: 10 });
    const roles = [...milvus.roles.slice(0, -1), aRole("proxy", { replicas: 2, autoscaling })];

    expect(namespaceNeed({ ...SMALL, milvus: { ...milvus, roles } }).pods).toBe(19 + 2 * 8);
    // ZooKeeper 3, bookies 3, brokers 2, and autorecovery 1 and proxies 2, each twice.
    expect(namespaceNeed({ ...SMALL, messageQueue: anEnvironment().messageQueue }).pods).toBe(19 + 3 + 3 + 2 + 2 + 4);
  });

  it("counts GPUs by their kind, as they are requested", () => {
    const { milvus } = SMALL;
    const gpu = { count: 2, resource: "nvidia.com/gpu", runtimeClassName: undefined, rollOut: "surge" } as const;
    const autoscaling = { by: "hpa", maxReplicas: 3, cpu: 60, memory: undefined, prometheus: [] } as const;
    const part = { ...gpu, count: 1, resource: "nvidia.com/mig-3g.20gb" };
    const roles = [aRole("queryNode", { gpu, autoscaling }), aRole("dataNode", { gpu: part, replicas: 2 }), aRole("proxy")];
    const environment = { ...SMALL, milvus: { ...milvus, roles } };

    expect(namespaceNeed(environment).devices).toEqual({ "nvidia.com/gpu": 12, "nvidia.com/mig-3g.20gb": 4 });
    expect(hard(environment, 20)).toMatchObject({
      "requests.nvidia.com/gpu": "15",
      "requests.nvidia.com/mig-3g.20gb": "5",
    });
  });

  it("gives numbers to containers that have none", () => {
    expect(objects(SMALL, 20)).toContainEqual(
      expect.objectContaining({
        kind: "LimitRange",
        spec: {
          limits: [{ type: "Container", default: someResources().limits, defaultRequest: someResources().requests }],
        },
      }),
    );
  });
});

function hard(environment: Environment, headroom: number): unknown {
  const spec = objects(environment, headroom).find(({ kind }) => kind === "ResourceQuota")?.spec;
  return (spec as { readonly hard: unknown }).hard;
}

function objects(environment: Environment, headroom: number) {
  const units = quota.units({ ...environment, quota: { ...environment.quota, enabled: true, headroom } });
  return units.flatMap(({ resources }) => resources.map(({ object }) => object));
}
