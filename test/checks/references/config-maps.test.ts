import { describe, expect, it } from "vitest";
import { configMapExists, configMapHasKey } from "../../../generator/checks/references/config-maps.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = "Deployment milvus-test/web";
const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;
const KEY = `${CONTAINER}.env.2.valueFrom.configMapKeyRef`;
const VOLUME = `${POD}.volumes.0`;

describe("configMapExists", () => {
  it("accepts pods that find all they read", () => {
    expect(configMapExists.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { where: "a volume", path: `${VOLUME}.configMap.name`, value: "nothing" },
    { where: "a part of a volume", path: VOLUME, value: { projected: { sources: [{ configMap: { name: "nothing" } }] } } },
    { where: "a variable", path: `${KEY}.name`, value: "nothing" },
    { where: "all variables", path: `${CONTAINER}.envFrom.1.configMapRef.name`, value: "nothing" },
  ])("refuses one that does not exist in $where", ({ path, value }) => {
    expect(configMapExists.find(treeOf(soundExcept("Deployment web", path, value)))).toEqual([
      { subject: WEB, message: "There is no ConfigMap nothing." },
    ]);
  });

  it("accepts one that may be missing", () => {
    const optional = soundExcept("Deployment web", `${CONTAINER}.envFrom.1.configMapRef`, { name: "nothing", optional: true });

    expect(configMapExists.find(treeOf(optional))).toEqual([]);
  });
});

describe("configMapHasKey", () => {
  it("accepts keys of text and of bytes", () => {
    const bytes = soundExcept("ConfigMap web", "", {
      ...soundObjects().find(({ kind }) => kind === "ConfigMap"),
      data: undefined,
      binaryData: { "web.yaml": "YQ==" },
    });

    expect(configMapHasKey.find(treeOf(soundObjects()))).toEqual([]);
    expect(configMapHasKey.find(treeOf(bytes))).toEqual([]);
  });

  it.each([
    { where: "a variable", path: `${KEY}.key`, value: "other" },
    { where: "a volume", path: `${VOLUME}.configMap.items`, value: [{ key: "other", path: "x" }] },
  ])("refuses a key that $where takes and the ConfigMap lacks", ({ path, value }) => {
    expect(configMapHasKey.find(treeOf(soundExcept("Deployment web", path, value)))).toEqual([
      { subject: WEB, message: "ConfigMap web has no key other." },
    ]);
  });
});
