import { describe, expect, it } from "vitest";
import { groupIsNotRoot } from "../../../generator/checks/security/groups.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const DB = "StatefulSet milvus-test/db";
const POD = "spec.template.spec";

describe("groupIsNotRoot", () => {
  it("accepts groups that are not root's", () => {
    expect(groupIsNotRoot.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    {
      path: "securityContext.runAsGroup",
      value: undefined,
      message: "Container db: runAsGroup is not set, so it is root's unless the image says another.",
    },
    { path: "securityContext.runAsGroup", value: 0, message: "Container db: runAsGroup is 0, which is root's." },
    { path: "containers.0.securityContext.runAsGroup", value: 0, message: "Container db: runAsGroup is 0, which is root's." },
    { path: "securityContext.fsGroup", value: 0, message: "The pod's fsGroup is 0, which is root's." },
    {
      path: "securityContext.supplementalGroups",
      value: [1, 0],
      message: "The pod's supplementalGroups have 0, which is root's.",
    },
  ])("refuses a pod: $message", ({ path, value, message }) => {
    expect(groupIsNotRoot.find(treeOf(soundExcept("StatefulSet db", `${POD}.${path}`, value)))).toEqual([
      { subject: DB, message },
    ]);
  });

  it("accepts the root group of an image that only runs in it", () => {
    const root = soundExcept("StatefulSet db", `${POD}.securityContext.runAsGroup`, 0);
    const milvus = withField(root, "StatefulSet db", `${POD}.containers.0.image`, "milvusdb/milvus:v2.6.20");

    expect(groupIsNotRoot.find(treeOf(milvus))).toEqual([]);
  });
});
