import { describe, expect, it } from "vitest";
import { noDestructiveOptions } from "../../../generator/checks/data/destructive-options.ts";
import { claimTemplatesGuarded, dataGuarded, madeSecretsGuarded } from "../../../generator/checks/data/guards.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const OPTIONS = "argocd.argoproj.io/sync-options";

describe("dataGuarded", () => {
  it("accepts what is guarded, and what needs no guard", () => {
    expect(dataGuarded.find(treeOf(soundObjects()))).toEqual([]);
  });

  it("reads guards among other options, in any order and with spaces", () => {
    const annotations = { [OPTIONS]: "Delete=false , ServerSideApply=true, Prune=false" };

    expect(dataGuarded.find(treeOf(soundExcept("StatefulSet db", "metadata.annotations", annotations)))).toEqual([]);
  });

  it.each([
    { target: "Namespace milvus-test", subject: "Namespace milvus-test" },
    { target: "StatefulSet db", subject: "StatefulSet milvus-test/db" },
    { target: "ExternalSecret login", subject: "ExternalSecret milvus-test/login" },
    { target: "SealedSecret sealed", subject: "SealedSecret milvus-test/sealed" },
  ])("refuses $target without guards", ({ target, subject }) => {
    expect(dataGuarded.find(treeOf(soundExcept(target, "metadata.annotations", undefined)))).toEqual([
      { subject, message: "It lacks Prune=false and Delete=false." },
    ]);
  });

  it.each([
    { half: "Prune=false", missing: "Delete=false" },
    { half: "Delete=false", missing: "Prune=false" },
  ])("refuses $half alone: one is for pruning, the other for the deletion of the Application", ({ half, missing }) => {
    expect(dataGuarded.find(treeOf(soundExcept("StatefulSet db", "metadata.annotations", { [OPTIONS]: half })))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: `It lacks ${missing}.` },
    ]);
  });

  it("lets a StatefulSet without claims go", () => {
    const stateless = soundExcept("StatefulSet db", "spec.volumeClaimTemplates", undefined);

    expect(dataGuarded.find(treeOf(withField(stateless, "StatefulSet db", "metadata.annotations", undefined)))).toEqual([]);
  });

  it("takes an annotation that is no text for none", () => {
    expect(dataGuarded.find(treeOf(soundExcept("StatefulSet db", "metadata.annotations", { [OPTIONS]: 1 })))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "It lacks Prune=false and Delete=false." },
    ]);
  });
});

describe("claimTemplatesGuarded", () => {
  it("refuses an unguarded claim template", () => {
    const path = "spec.volumeClaimTemplates.0.metadata.annotations";

    expect(claimTemplatesGuarded.find(treeOf(soundObjects()))).toEqual([]);
    expect(claimTemplatesGuarded.find(treeOf(soundExcept("StatefulSet db", path, undefined)))).toEqual([
      {
        subject: "StatefulSet milvus-test/db",
        message: "Its claim template data: It lacks Prune=false and Delete=false.",
      },
    ]);
  });
});

describe("madeSecretsGuarded", () => {
  it.each([
    { target: "ExternalSecret login", path: "spec.target.template", subject: "ExternalSecret milvus-test/login" },
    { target: "ExternalSecret login", path: "spec", subject: "ExternalSecret milvus-test/login" },
    { target: "SealedSecret sealed", path: "spec.template", subject: "SealedSecret milvus-test/sealed" },
  ])("refuses $target without $path", ({ target, path, subject }) => {
    expect(madeSecretsGuarded.find(treeOf(soundObjects()))).toEqual([]);
    expect(madeSecretsGuarded.find(treeOf(soundExcept(target, path, undefined)))).toEqual([
      { subject, message: "The Secret it makes: It lacks Prune=false and Delete=false." },
    ]);
  });
});

describe("noDestructiveOptions", () => {
  it.each(["Replace=true", "Force=true", "Validate=false"])("refuses the sync option %s on anything", (option) => {
    const annotations = { [OPTIONS]: `PruneLast=true,${option}` };

    expect(noDestructiveOptions.find(treeOf(soundObjects()))).toEqual([]);
    expect(noDestructiveOptions.find(treeOf(soundExcept("ConfigMap web", "metadata.annotations", annotations)))).toEqual([
      { subject: "ConfigMap milvus-test/web", message: `It has the sync option ${option}.` },
    ]);
  });
});
