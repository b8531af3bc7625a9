import { describe, expect, it } from "vitest";
import { checkGuards } from "../../generator/checks/guards.ts";
import { soundExcept, soundObjects, withField } from "./objects.ts";

const OPTIONS = "argocd.argoproj.io/sync-options";
const REMEDY = "Annotate it argocd.argoproj.io/sync-options: Prune=false,Delete=false.";

describe("checkGuards", () => {
  it("accepts what is guarded, and what needs no guard", () => {
    expect(checkGuards(soundObjects())).toEqual([]);
  });

  it("reads guards among other options, in any order and with spaces", () => {
    const annotations = { [OPTIONS]: "Delete=false , ServerSideApply=true, Prune=false" };

    expect(checkGuards(soundExcept("StatefulSet db", "metadata.annotations", annotations))).toEqual([]);
  });

  it.each([
    { kind: "Namespace", target: "Namespace milvus-test", object: "Namespace milvus-test" },
    { kind: "StatefulSet", target: "StatefulSet db", object: "StatefulSet milvus-test/db" },
    { kind: "ExternalSecret", target: "ExternalSecret login", object: "ExternalSecret milvus-test/login" },
    { kind: "SealedSecret", target: "SealedSecret sealed", object: "SealedSecret milvus-test/sealed" },
  ])("refuses a $kind without guards", ({ kind, target, object }) => {
    expect(checkGuards(soundExcept(target, "metadata.annotations", undefined))).toEqual([
      { code: "E_STORAGE", object, message: `The ${kind} lacks Prune=false and Delete=false.`, remedy: REMEDY },
    ]);
  });

  it("refuses half a guard: one is for pruning, the other for the deletion of the Application", () => {
    expect(checkGuards(soundExcept("StatefulSet db", "metadata.annotations", { [OPTIONS]: "Prune=false" }))).toEqual([
      {
        code: "E_STORAGE",
        object: "StatefulSet milvus-test/db",
        message: "The StatefulSet lacks Delete=false.",
        remedy: REMEDY,
      },
    ]);
  });

  it("refuses an unguarded claim template", () => {
    const path = "spec.volumeClaimTemplates.0.metadata.annotations";

    expect(checkGuards(soundExcept("StatefulSet db", path, undefined))).toEqual([
      {
        code: "E_STORAGE",
        object: "StatefulSet milvus-test/db",
        message: "The claim template data lacks Prune=false and Delete=false.",
        remedy: REMEDY,
      },
    ]);
  });

  it("lets a StatefulSet without claims go", () => {
    const stateless = soundExcept("StatefulSet db", "spec.volumeClaimTemplates", undefined);

    expect(checkGuards(withField(stateless, "StatefulSet db", "metadata.annotations", undefined))).toEqual([]);
  });

  it.each([
    { target: "ExternalSecret login", path: "spec.target.template", object: "ExternalSecret milvus-test/login" },
    { target: "SealedSecret sealed", path: "spec.template", object: "SealedSecret milvus-test/sealed" },
  ])("refuses $target that makes an unguarded Secret", ({ target, path, object }) => {
    expect(checkGuards(soundExcept(target, path, undefined))).toEqual([
      { code: "E_STORAGE", object, message: "The Secret it makes lacks Prune=false and Delete=false.", remedy: REMEDY },
    ]);
  });

  it.each(["Replace=true", "Force=true", "Validate=false"])("refuses the sync option %s on anything", (option) => {
    const annotations = { [OPTIONS]: `PruneLast=true,${option}` };

    expect(checkGuards(soundExcept("ConfigMap web", "metadata.annotations", annotations))).toEqual([
      {
        code: "E_STORAGE",
        object: "ConfigMap milvus-test/web",
        message: `${option} can delete the object and make it anew.`,
        remedy: `Remove the sync option ${option}.`,
      },
    ]);
  });
});
