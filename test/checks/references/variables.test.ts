import { describe, expect, it } from "vitest";
import { variableSetBeforeUse, variableSetOnce } from "../../../generator/checks/references/variables.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = "Deployment milvus-test/web";
const POD = "spec.template.spec";
const ENV = `${POD}.containers.0.env`;

describe("variableSetBeforeUse", () => {
  it("accepts variables that stand above their use, in the list or in a whole Secret", () => {
    const sealed = soundExcept("SealedSecret sealed", "spec.encryptedData.TOKEN", "AgBz");
    const prefixed = withField(sealed, "Deployment web", `${POD}.containers.0.envFrom.0.prefix`, "SEALED_");
    const objects = withField(prefixed, "Deployment web", ENV, [{ name: "URL", value: "$(SEALED_TOKEN)" }]);

    expect(variableSetBeforeUse.find(treeOf(soundObjects()))).toEqual([]);
    expect(variableSetBeforeUse.find(treeOf(objects))).toEqual([]);
  });

  it("refuses one that stands below, and leaves alone what is escaped or a shell's", () => {
    const late = [
      { name: "URL", value: "$(HOST) $$(LITERAL) $(hostname)" },
      { name: "HOST", value: "a" },
    ];

    expect(variableSetBeforeUse.find(treeOf(soundExcept("Deployment web", ENV, late)))).toEqual([
      { subject: WEB, message: "Container web: $(HOST) is used before it is set." },
    ]);
  });

  it("refuses an argument with a variable that the container does not have", () => {
    const broken = soundExcept("Deployment web", `${POD}.initContainers.0.args`, ["$(HOST):2379"]);

    expect(variableSetBeforeUse.find(treeOf(broken))).toEqual([
      { subject: WEB, message: "Container wait: $(HOST) is used before it is set." },
    ]);
  });

  it("says nothing where variables come from a Secret whose keys are not known", () => {
    const elsewhere = soundExcept("Deployment web", `${POD}.containers.0.envFrom.0.secretRef.name`, "elsewhere");
    const objects = withField(elsewhere, "Deployment web", ENV, [{ name: "A", value: "$(B)" }]);

    expect(variableSetBeforeUse.find(treeOf(objects))).toEqual([]);
  });
});

describe("variableSetOnce", () => {
  it("refuses two variables of one name", () => {
    const twice = ["HOST", "URL", "HOST"].map((name) => ({ name, value: "a" }));

    expect(variableSetOnce.find(treeOf(soundObjects()))).toEqual([]);
    expect(variableSetOnce.find(treeOf(soundExcept("Deployment web", ENV, twice)))).toEqual([
      { subject: WEB, message: "Container web: the variable HOST is set twice." },
    ]);
  });
});
