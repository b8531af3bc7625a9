import { describe, expect, it } from "vitest";
import { coordinatorsStandBy, milvusRollsWithoutGap } from "../../../generator/checks/quorum/milvus-strategy.ts";
import { all, editConfig, plannedTree, set, without } from "./edits.ts";

/** Two mixed coordinators that stand by for each other. */
const TREE = plannedTree("production");
/** One of each. */
const SINGLE = plannedTree("development");
const DEDICATED = plannedTree("production", { milvus: { version: "2.5.27", coordinators: "dedicated" } });
const MIXCOORD = "Deployment milvus-prod/milvus-mixcoord";

const FIRST_IN = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
const FIRST_OUT = { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } };

/** Query and data nodes with a GPU each. */
function withGpus(rollOut: "surge" | "replace") {
  const gpu = { count: 1, rollOut };
  return plannedTree("production", { milvus: { version: "2.6.20", roles: { queryNode: { gpu }, dataNode: { gpu } } } });
}

const noStandby = (section: string) =>
  editConfig(`${section}:\n  enableActiveStandby: true`, `${section}:\n  enableActiveStandby: false`);

describe("coordinatorsStandBy", () => {
  it("accepts one coordinator, and several of which one waits", () => {
    expect(coordinatorsStandBy.find(TREE)).toEqual([]);
    expect(coordinatorsStandBy.find(SINGLE)).toEqual([]);
    expect(coordinatorsStandBy.find(DEDICATED)).toEqual([]);
  });

  it("refuses a second coordinator that does not wait", () => {
    expect(coordinatorsStandBy.find(set("Deployment milvus-mixcoord", "spec.replicas", 2)(SINGLE))).toEqual([
      { subject: MIXCOORD, message: "It runs 2 coordinators, and none of them stands by." },
    ]);
  });

  it("wants the setting in every section that the family reads", () => {
    expect(coordinatorsStandBy.find(noStandby("queryCoord")(TREE))).toEqual([
      { subject: MIXCOORD, message: "It runs 2 coordinators, and none of them stands by." },
    ]);
    expect(coordinatorsStandBy.find(editConfig("dataCoord:\n", "other:\n")(TREE))).toHaveLength(1);
  });

  it("asks every coordinator that runs apart", () => {
    const alone = editConfig("enableActiveStandby: true", "enableActiveStandby: false");

    expect(coordinatorsStandBy.find(alone(DEDICATED))).toEqual(
      ["rootcoord", "datacoord", "querycoord"].map((role) => ({
        subject: `Deployment milvus-prod/milvus-${role}`,
        message: "It runs 2 coordinators, and none of them stands by.",
      })),
    );
  });
});

describe("milvusRollsWithoutGap", () => {
  it("looks at the GPUs of a resource group by themselves", () => {
    const resourceGroups = { live: { replicas: 2, gpu: { count: 1, rollOut: "replace" as const } }, reports: {} };
    const tree = plannedTree("production", { milvus: { version: "2.6.20", roles: { queryNode: { resourceGroups } } } });

    expect(milvusRollsWithoutGap.find(tree)).toEqual([]);
    const [live, reports] = ["live", "reports"].map((group) => `Deployment milvus-querynode-${group}`);
    const swapped = all(set(live ?? "", "spec.strategy", FIRST_IN), set(reports ?? "", "spec.strategy", FIRST_OUT))(tree);
    expect(milvusRollsWithoutGap.find(swapped)).toEqual([
      {
        subject: "Deployment milvus-prod/milvus-querynode-live",
        message: "Its strategy is RollingUpdate 1/0, and RollingUpdate 0/1 is right here.",
      },
      {
        subject: "Deployment milvus-prod/milvus-querynode-reports",
        message: "Its strategy is RollingUpdate 0/1, and RollingUpdate 1/0 is right here.",
      },
    ]);
  });

  it("accepts the strategies that the generator decides on", () => {
    for (const tree of [TREE, SINGLE, DEDICATED]) expect(milvusRollsWithoutGap.find(tree)).toEqual([]);
  });

  it("takes a number that is written as a text for the same", () => {
    const rollingUpdate = { maxSurge: "1", maxUnavailable: "0" };

    expect(
      milvusRollsWithoutGap.find(set("Deployment milvus-proxy", "spec.strategy.rollingUpdate", rollingUpdate)(TREE)),
    ).toEqual([]);
  });

  it.each([
    { title: "no strategy", value: undefined, found: "RollingUpdate 25%/25%" },
    { title: "Recreate", value: { type: "Recreate" }, found: "Recreate" },
    {
      title: "a pod that goes first",
      value: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      found: "RollingUpdate 0/1",
    },
  ])("refuses $title for a worker", ({ value, found }) => {
    expect(milvusRollsWithoutGap.find(set("Deployment milvus-querynode", "spec.strategy", value)(TREE))).toEqual([
      {
        subject: "Deployment milvus-prod/milvus-querynode",
        message: `Its strategy is ${found}, and RollingUpdate 1/0 is right here.`,
      },
    ]);
  });

  it("accepts a pod with GPUs that goes first, or last, as its role says", () => {
    expect(milvusRollsWithoutGap.find(withGpus("replace"))).toEqual([]);
    expect(milvusRollsWithoutGap.find(withGpus("surge"))).toEqual([]);
  });

  it.each([
    { rollOut: "surge" as const, strategy: FIRST_OUT, text: "RollingUpdate 0/1, and RollingUpdate 1/0" },
    { rollOut: "replace" as const, strategy: FIRST_IN, text: "RollingUpdate 1/0, and RollingUpdate 0/1" },
  ])("refuses another way than $rollOut of a role with GPUs", ({ rollOut, strategy, text }) => {
    expect(
      milvusRollsWithoutGap.find(set("Deployment milvus-querynode", "spec.strategy", strategy)(withGpus(rollOut))),
    ).toEqual([{ subject: "Deployment milvus-prod/milvus-querynode", message: `Its strategy is ${text} is right here.` }]);
  });

  it("refuses a proxy that goes first beside query nodes that may", () => {
    expect(milvusRollsWithoutGap.find(set("Deployment milvus-proxy", "spec.strategy", FIRST_OUT)(withGpus("replace")))).toEqual(
      [
        {
          subject: "Deployment milvus-prod/milvus-proxy",
          message: "Its strategy is RollingUpdate 0/1, and RollingUpdate 1/0 is right here.",
        },
      ],
    );
  });

  it("refuses a rolling update of a coordinator without standby, and Recreate of one with it", () => {
    const rolling = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

    expect(milvusRollsWithoutGap.find(set("Deployment milvus-mixcoord", "spec.strategy", rolling)(SINGLE))).toEqual([
      { subject: MIXCOORD, message: "Its strategy is RollingUpdate 1/0, and Recreate is right here." },
    ]);
    expect(milvusRollsWithoutGap.find(set("Deployment milvus-mixcoord", "spec.strategy", { type: "Recreate" })(TREE))).toEqual([
      { subject: MIXCOORD, message: "Its strategy is Recreate, and RollingUpdate 1/0 is right here." },
    ]);
  });

  it("reads the configuration that the pods mount, and no other", () => {
    const unmounted = all(
      set("Deployment milvus-mixcoord", "spec.template.spec.volumes", []),
      without("Deployment milvus-proxy"),
    );

    expect(milvusRollsWithoutGap.find(unmounted(TREE))).toEqual([
      { subject: MIXCOORD, message: "Its strategy is RollingUpdate 1/0, and Recreate is right here." },
    ]);
  });
});
