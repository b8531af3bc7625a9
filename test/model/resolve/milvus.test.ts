import { describe, expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import type { RoleName } from "../../../generator/model/environment.ts";
import { resolved } from "./sources.ts";

const milvusOf = (milvus: NonNullable<Settings["milvus"]>) => resolved("production", { milvus }).milvus;

const OLD_MIXED: RoleName[] = ["indexNode", "mixCoord", "queryNode", "dataNode", "proxy"];
const OLD_DEDICATED: RoleName[] = ["indexNode", "rootCoord", "dataCoord", "queryCoord", "queryNode", "dataNode", "proxy"];
const STREAMING: RoleName[] = ["mixCoord", "streamingNode", "queryNode", "dataNode", "proxy"];

describe("resolveMilvus", () => {
  it.each([
    { version: "2.3.3", coordinators: "mixed", family: "2.3", roles: OLD_MIXED },
    { version: "2.3.3", coordinators: "dedicated", family: "2.3", roles: OLD_DEDICATED },
    { version: "2.4.17", coordinators: "dedicated", family: "2.4", roles: OLD_DEDICATED },
    { version: "2.5.16", coordinators: "mixed", family: "2.5", roles: OLD_MIXED },
    { version: "2.6.15", coordinators: "mixed", family: "2.6", roles: STREAMING },
  ] as const)(
    "runs $version with $coordinators coordinators in the roles of $family",
    ({ version, coordinators, family, roles }) => {
      const milvus = milvusOf({ version, coordinators });

      expect([milvus.family, milvus.coordinators, milvus.roles.map(({ name }) => name)]).toEqual([family, coordinators, roles]);
    },
  );

  it("takes the tag from the version, and from the image where that has one", () => {
    expect(milvusOf({ version: "2.5.16" }).image).toEqual({
      repository: "milvusdb/milvus",
      tag: "v2.5.16",
      digest: undefined,
    });
    expect(milvusOf({ image: { repository: "registry.example.com/milvus", tag: "v2.6.20-gpu" } }).image).toEqual({
      repository: "registry.example.com/milvus",
      tag: "v2.6.20-gpu",
      digest: undefined,
    });
  });

  it("treats a version that it does not know as the family that is named", () => {
    expect(milvusOf({ version: "9.9.9", family: "2.6" })).toMatchObject({ version: "9.9.9", family: "2.6" });
  });

  it("takes an unknown version without a family for a bug", () => {
    expect(() => milvusOf({ version: "9.9.9" })).toThrow("The settings lack milvus.family.");
  });

  it("gives each role what is said of it alone", () => {
    const { roles } = milvusOf({
      roles: {
        queryNode: {
          replicas: 7,
          resources: { limits: { memory: "64Gi" } },
          env: { GOGC: "200" },
          config: { "queryNode.gracefulStopTimeout": "600" },
          localStorage: "200Gi",
          labels: { team: "search" },
        },
      },
    });

    expect(roles.find(({ name }) => name === "queryNode")).toEqual({
      name: "queryNode",
      replicas: 7,
      resources: {
        requests: { cpu: "2", memory: "8Gi", "ephemeral-storage": "10Gi" },
        limits: { cpu: "4", memory: "64Gi", "ephemeral-storage": "24Gi" },
      },
      nodeSelector: {},
      tolerations: [],
      priorityClassName: undefined,
      labels: { team: "search" },
      annotations: {},
      env: { GOGC: "200" },
      config: { "queryNode.gracefulStopTimeout": "600" },
      localStorage: "200Gi",
      localStorageClass: undefined,
      autoscaling: undefined,
      gpu: undefined,
    });
    expect(roles.filter(({ replicas }) => replicas === 7)).toHaveLength(1);
  });

  it.each([
    { what: "the number of replicas at least", autoscaling: {}, replicas: 3 },
    { what: "another number at least where one is said", autoscaling: { minReplicas: 5 }, replicas: 5 },
  ])("lets an autoscaler keep $what", ({ autoscaling, replicas }) => {
    const queryNode = { replicas: 3, autoscaling: { enabled: true, maxReplicas: 8, memory: 70, ...autoscaling } };
    const role = milvusOf({ roles: { queryNode } }).roles.find(({ name }) => name === "queryNode");

    expect(role).toMatchObject({ replicas, autoscaling: { maxReplicas: 8, cpu: undefined, memory: 70 } });
  });

  it("keeps the number of replicas where the autoscaler is switched off", () => {
    const queryNode = { replicas: 3, autoscaling: { enabled: false, minReplicas: 5, maxReplicas: 8, cpu: 70 } };
    const role = milvusOf({ roles: { queryNode } }).roles.find(({ name }) => name === "queryNode");

    expect(role).toMatchObject({ replicas: 3, autoscaling: undefined });
  });

  it("keeps the extra configuration and the switch of the root file system", () => {
    const config = { queryNode: { mmap: { mmapEnabled: true } } };

    expect(milvusOf({ config, readOnlyRootFilesystem: false })).toMatchObject({ config, readOnlyRootFilesystem: false });
  });
});
