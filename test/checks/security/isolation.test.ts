import { describe, expect, it } from "vitest";
import { checkIsolation } from "../../../generator/checks/security/isolation.ts";
import { soundExcept, soundObjects } from "../objects.ts";

const TOKEN = {
  code: "E_POLICY",
  message: "A token for the Kubernetes API is mounted, and nothing here calls it.",
  remedy: "Set automountServiceAccountToken: false.",
};

describe("checkIsolation", () => {
  it("accepts accounts and pods without tokens and links", () => {
    expect(checkIsolation(soundObjects())).toEqual([]);
  });

  it.each([true, undefined])("refuses a token by %s, of the account or of the pod", (value) => {
    expect(checkIsolation(soundExcept("ServiceAccount web", "automountServiceAccountToken", value))).toEqual([
      { ...TOKEN, object: "ServiceAccount milvus-test/web" },
    ]);
    expect(checkIsolation(soundExcept("StatefulSet db", "spec.template.spec.automountServiceAccountToken", value))).toEqual([
      { ...TOKEN, object: "StatefulSet milvus-test/db" },
    ]);
  });

  it.each([true, undefined])("refuses service links by %s", (value) => {
    expect(checkIsolation(soundExcept("Deployment web", "spec.template.spec.enableServiceLinks", value))).toEqual([
      {
        code: "E_POLICY",
        object: "Deployment milvus-test/web",
        message: "Service links put variables of every Service into the pods.",
        remedy: "Set enableServiceLinks: false.",
      },
    ]);
  });
});
