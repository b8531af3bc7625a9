import { describe, expect, it } from "vitest";
import { selectorMatchesTemplate } from "../../../generator/checks/references/selectors.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("selectorMatchesTemplate", () => {
  it("accepts workloads that own their pods", () => {
    expect(selectorMatchesTemplate.find(treeOf(soundObjects()))).toEqual([]);
  });

  it("refuses a selector that the pod template does not meet", () => {
    const broken = soundExcept("Deployment web", "spec.selector.matchLabels.tier", "back");

    expect(selectorMatchesTemplate.find(treeOf(broken))).toEqual([
      {
        subject: "Deployment milvus-test/web",
        message: "The selector does not match the labels of the pod template.",
      },
    ]);
  });
});
