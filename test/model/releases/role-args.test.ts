import { describe, expect, it } from "vitest";
import type { RoleName } from "../../../generator/model/environment.ts";
import { RELEASES } from "../../../generator/model/releases/index.ts";
import { listeners } from "../../../generator/model/releases/listeners.ts";
import { roleArgs } from "../../../generator/model/releases/role-args.ts";

const MIXTURE = ["milvus", "run", "mixture", "-rootcoord", "-querycoord", "-datacoord", "-indexcoord"];

describe("roleArgs", () => {
  it.each(["2.3", "2.4", "2.5"] as const)("runs the coordinators of %s as a mixture of three", (family) => {
    expect(roleArgs(RELEASES[family], "mixCoord")).toEqual(MIXTURE);
    expect(listeners(RELEASES[family], "mixCoord")).toEqual(["rootCoord", "dataCoord", "queryCoord"]);
  });

  it("runs the coordinators of 2.6 as one role, which listens as rootCoord", () => {
    expect(roleArgs(RELEASES["2.6"], "mixCoord")).toEqual(["milvus", "run", "mixcoord"]);
    expect(listeners(RELEASES["2.6"], "mixCoord")).toEqual(["rootCoord"]);
  });

  it.each<RoleName>(["proxy", "rootCoord", "dataCoord", "queryCoord", "queryNode", "dataNode", "indexNode"])(
    "runs %s by its name in lower case",
    (role) => {
      expect(roleArgs(RELEASES["2.5"], role)).toEqual(["milvus", "run", role.toLowerCase()]);
      expect(listeners(RELEASES["2.5"], role)).toEqual([role]);
    },
  );

  it("runs a streaming node by its name, and a query node listens beside it", () => {
    expect(roleArgs(RELEASES["2.6"], "streamingNode")).toEqual(["milvus", "run", "streamingnode"]);
    expect(listeners(RELEASES["2.6"], "streamingNode")).toEqual(["streamingNode", "queryNode"]);
  });
});
