import { describe, expect, it } from "vitest";
import { strategy } from "../../../generator/components/milvus/strategy.ts";
import { aMilvus, FAMILY_TOPOLOGIES } from "./environments.ts";

const ROLLING = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

describe("strategy", () => {
  it.each(FAMILY_TOPOLOGIES)("takes a lone coordinator of $family $coordinators away first", ({ family, coordinators }) => {
    const milvus = aMilvus(family, coordinators, { proxy: { replicas: 4 }, queryNode: { replicas: 4 } });
    const recreated = milvus.roles.filter((role) => strategy(milvus, role).type === "Recreate").map(({ name }) => name);

    expect(recreated).toEqual(coordinators === "mixed" ? ["mixCoord"] : ["rootCoord", "dataCoord", "queryCoord"]);
  });

  it("replaces workers and proxies one by one, the new one first", () => {
    const milvus = aMilvus("2.6");

    expect(strategy(milvus, { name: "streamingNode", gpu: undefined })).toEqual(ROLLING);
    expect(strategy(milvus, { name: "queryNode", gpu: undefined })).toEqual(ROLLING);
    expect(strategy(milvus, { name: "dataNode", gpu: undefined })).toEqual(ROLLING);
    expect(strategy(milvus, { name: "proxy", gpu: undefined })).toEqual(ROLLING);
  });

  it("replaces coordinators one by one as soon as one of them has a standby", () => {
    const mixed = aMilvus("2.6", "mixed", { mixCoord: { replicas: 2 } });
    const dedicated = aMilvus("2.4", "dedicated", { dataCoord: { replicas: 2 } });

    expect(strategy(mixed, { name: "mixCoord", gpu: undefined })).toEqual(ROLLING);
    expect(strategy(dedicated, { name: "rootCoord", gpu: undefined })).toEqual(ROLLING);
    expect(strategy(dedicated, { name: "dataCoord", gpu: undefined })).toEqual(ROLLING);
    expect(strategy(dedicated, { name: "queryCoord", gpu: undefined })).toEqual(ROLLING);
  });
});
