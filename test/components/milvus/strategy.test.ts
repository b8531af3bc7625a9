import { describe, expect, it } from "vitest";
import { strategy } from "../../../generator/components/milvus/strategy.ts";
import { aMilvus, FAMILY_TOPOLOGIES } from "./environments.ts";

const ROLLING = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

describe("strategy", () => {
  it.each(FAMILY_TOPOLOGIES)("takes a lone coordinator of $family $coordinators away first", ({ family, coordinators }) => {
    const milvus = aMilvus(family, coordinators, { proxy: { replicas: 4 }, queryNode: { replicas: 4 } });
    const recreated = milvus.roles.filter(({ name }) => strategy(milvus, name).type === "Recreate").map(({ name }) => name);

    expect(recreated).toEqual(coordinators === "mixed" ? ["mixCoord"] : ["rootCoord", "dataCoord", "queryCoord"]);
  });

  it("replaces workers and proxies one by one, the new one first", () => {
    const milvus = aMilvus("2.6");

    expect(strategy(milvus, "streamingNode")).toEqual(ROLLING);
    expect(strategy(milvus, "queryNode")).toEqual(ROLLING);
    expect(strategy(milvus, "dataNode")).toEqual(ROLLING);
    expect(strategy(milvus, "proxy")).toEqual(ROLLING);
  });

  it("replaces coordinators one by one as soon as one of them has a standby", () => {
    const mixed = aMilvus("2.6", "mixed", { mixCoord: { replicas: 2 } });
    const dedicated = aMilvus("2.4", "dedicated", { dataCoord: { replicas: 2 } });

    expect(strategy(mixed, "mixCoord")).toEqual(ROLLING);
    expect(strategy(dedicated, "rootCoord")).toEqual(ROLLING);
    expect(strategy(dedicated, "dataCoord")).toEqual(ROLLING);
    expect(strategy(dedicated, "queryCoord")).toEqual(ROLLING);
  });
});
