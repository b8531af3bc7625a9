import { describe, expect, it } from "vitest";
import { gracePeriodSeconds, lifecycle, progressDeadlineSeconds } from "../../../generator/components/milvus/stop.ts";
import { RELEASES } from "../../../generator/model/releases/index.ts";
import { ROLE_KINDS } from "../../../generator/model/releases/role-kinds.ts";
import { aMilvus, FAMILY_TOPOLOGIES } from "./environments.ts";

describe("gracePeriodSeconds", () => {
  it("gives workers more than half an hour, coordinators a minute, proxies that and their drain", () => {
    expect(gracePeriodSeconds("2.6", "queryNode")).toBe(2100);
    expect(gracePeriodSeconds("2.6", "streamingNode")).toBe(2100);
    expect(gracePeriodSeconds("2.5", "indexNode")).toBe(2100);
    expect(gracePeriodSeconds("2.3", "dataNode")).toBe(2100);
    expect(gracePeriodSeconds("2.6", "mixCoord")).toBe(60);
    expect(gracePeriodSeconds("2.3", "rootCoord")).toBe(60);
    expect(gracePeriodSeconds("2.6", "proxy")).toBe(90);
  });

  it.each(FAMILY_TOPOLOGIES)(
    "outlasts Milvus' own timeout, and is outlasted by the roll-out, in $family",
    ({ family, coordinators }) => {
      for (const { name } of aMilvus(family, coordinators).roles) {
        const grace = gracePeriodSeconds(family, name);
        expect(grace).toBeGreaterThan(RELEASES[family].stopTimeoutSeconds[ROLE_KINDS[name]]);
        expect(progressDeadlineSeconds(family, name)).toBeGreaterThan(grace);
      }
    },
  );
});

describe("lifecycle", () => {
  it("drains proxies alone", () => {
    expect(lifecycle("proxy")).toEqual({ preStop: { exec: { command: ["sleep", "30"] } } });
    expect(lifecycle("queryNode")).toBeUndefined();
    expect(lifecycle("mixCoord")).toBeUndefined();
  });
});
