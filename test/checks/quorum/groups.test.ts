import { describe, expect, it } from "vitest";
import { graceCoversStop } from "../../../generator/checks/quorum/grace-period.ts";
import { milvusRollsWithoutGap } from "../../../generator/checks/quorum/milvus-strategy.ts";
import { rollOutInOrder } from "../../../generator/checks/quorum/roll-out-order.ts";
import { plannedTree, set, setWave } from "./edits.ts";

const TREE = plannedTree("production", { milvus: { roles: { queryNode: { resourceGroups: { reports: {}, live: {} } } } } });
const GROUP = "Deployment milvus-querynode-reports";
const SUBJECT = "Deployment milvus-prod/milvus-querynode-reports";

describe("nodes of a role in a resource group are held to what their role is", () => {
  it("in the order of a roll-out, in which they stand beside it", () => {
    expect(rollOutInOrder.find(TREE)).toEqual([]);
    expect(rollOutInOrder.find(setWave(GROUP, 5)(TREE))).toEqual([
      {
        subject: SUBJECT,
        message: "It is in wave 5, and Deployment milvus-prod/milvus-streamingnode before it in wave 6.",
      },
    ]);
    expect(rollOutInOrder.find(setWave(GROUP, 9)(TREE))).toEqual([
      {
        subject: "Deployment milvus-prod/milvus-datanode",
        message: "It is in wave 9, and Deployment milvus-prod/milvus-querynode-reports before it in wave 9.",
      },
    ]);
  });

  it("in how their pods are replaced", () => {
    expect(milvusRollsWithoutGap.find(TREE)).toEqual([]);
    expect(milvusRollsWithoutGap.find(set(GROUP, "spec.strategy", { type: "Recreate" })(TREE))).toEqual([
      { subject: SUBJECT, message: "Its strategy is Recreate, and RollingUpdate 1/0 is right here." },
    ]);
  });

  it("in the time that they have to stop", () => {
    expect(graceCoversStop.find(TREE)).toEqual([]);
    expect(graceCoversStop.find(set(GROUP, "spec.template.spec.terminationGracePeriodSeconds", 60)(TREE))).toEqual([
      { subject: SUBJECT, message: "Its grace period is 60 s, and it may take 1800 s to stop." },
    ]);
  });
});
