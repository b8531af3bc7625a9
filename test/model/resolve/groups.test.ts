import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import type { Role } from "../../../generator/model/environment.ts";
import { resolved } from "./sources.ts";

type Roles = NonNullable<NonNullable<Settings["milvus"]>["roles"]>;

const rolesOf = (roles: Roles) => resolved("production", { milvus: { roles } }).milvus.roles;

describe("the resource groups of a role", () => {
  it("follow the role, by name", () => {
    const roles = rolesOf({
      queryNode: { resourceGroups: { trials: {}, live: {} } },
      streamingNode: { resourceGroups: { live: {} } },
    });
    expect(roles.map(({ name, group }) => [name, group])).toEqual([
      ["mixCoord", undefined],
      ["streamingNode", undefined],
      ["streamingNode", "live"],
      ["queryNode", undefined],
      ["queryNode", "live"],
      ["queryNode", "trials"],
      ["dataNode", undefined],
      ["proxy", undefined],
    ]);
  });

  it("are as the role where they do not say otherwise, field by field", () => {
    const role = {
      replicas: 4,
      resources: { requests: { memory: "16Gi" }, limits: { memory: "32Gi" } },
      nodeSelector: { pool: "search", disk: "nvme" },
      env: { GOGC: "200" },
      gpu: { count: 1, runtimeClassName: "nvidia" },
    };
    const groups = {
      live: {},
      reports: { replicas: 2, resources: { limits: { memory: "64Gi" } }, nodeSelector: { pool: "reports" } },
    };
    const [own, live, reports] = rolesOf({ queryNode: { ...role, resourceGroups: groups } }).filter(isQueryNode);

    expect(live).toEqual({ ...own, group: "live" });
    expect(reports).toEqual({
      ...own,
      group: "reports",
      replicas: 2,
      resources: { requests: own?.resources.requests, limits: { ...own?.resources.limits, memory: "64Gi" } },
      nodeSelector: { pool: "reports", disk: "nvme" },
    });
  });

  it("have no GPUs where they say so", () => {
    const queryNode = { gpu: { count: 1 }, resourceGroups: { reports: { gpu: { count: 0 } } } };
    expect(
      rolesOf({ queryNode })
        .filter(isQueryNode)
        .map(({ gpu }) => gpu?.count),
    ).toEqual([1, undefined]);
  });

  it("have an autoscaler where they say so themselves, of the kind of the role's", () => {
    const autoscaling = { enabled: true, by: "keda", maxReplicas: 9, memory: 70 } as const;
    const own = { enabled: true, minReplicas: 2, maxReplicas: 5, cpu: 60 };
    const queryNode = { replicas: 3, autoscaling, resourceGroups: { live: { autoscaling: own }, reports: {} } };

    expect(
      rolesOf({ queryNode })
        .filter(isQueryNode)
        .map(({ group, replicas, autoscaling: by }) => ({ group, replicas, by })),
    ).toEqual([
      { group: undefined, replicas: 3, by: { by: "keda", maxReplicas: 9, cpu: undefined, memory: 70, prometheus: [] } },
      { group: "live", replicas: 2, by: { by: "keda", maxReplicas: 5, cpu: 60, memory: undefined, prometheus: [] } },
      { group: "reports", replicas: 3, by: undefined },
    ]);
  });
});

function isQueryNode({ name }: Role): boolean {
  return name === "queryNode";
}
