import { describe, expect, it } from "vitest";
import { applicationsNeverCascade, childrenGuarded, rootPrunesNothing } from "../../../generator/checks/gitops/deletion.ts";
import { appsExcept, platformOf, soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";
const OPTIONS = "metadata.annotations";

describe("applicationsNeverCascade", () => {
  it("accepts Applications without a finalizer, or with somebody else's", () => {
    expect(applicationsNeverCascade.find(platformOf(soundApps()))).toEqual([]);
    expect(applicationsNeverCascade.find(appsExcept(PROD, "metadata.finalizers", ["example.com/audit"]))).toEqual([]);
  });

  it.each(["", "/background", "/foreground"])("refuses the cascade finalizer%s", (propagation) => {
    const finalizer = `resources-finalizer.argocd.argoproj.io${propagation}`;

    expect(applicationsNeverCascade.find(appsExcept(PROD, "metadata.finalizers", [finalizer]))).toEqual([
      { subject: "Application argocd/milvus-prod", message: `It has the finalizer ${finalizer}.` },
    ]);
  });
});

describe("rootPrunesNothing", () => {
  it("accepts a root that prunes by hand, and environments that prune by themselves", () => {
    expect(rootPrunesNothing.find(platformOf(soundApps()))).toEqual([]);
  });

  it("refuses a root that prunes", () => {
    expect(rootPrunesNothing.find(appsExcept("Application milvus-root", "spec.syncPolicy.automated.prune", true))).toEqual([
      { subject: "Application argocd/milvus-root", message: "It prunes by itself." },
    ]);
  });
});

describe("childrenGuarded", () => {
  it.each(["Prune=confirm,Delete=false", "Prune=false, Delete=confirm"])("accepts %s", (options) => {
    expect(childrenGuarded.find(appsExcept(PROD, OPTIONS, { "argocd.argoproj.io/sync-options": options }))).toEqual([]);
  });

  it.each([
    { target: "AppProject milvus-prod", options: undefined, missing: "Prune=confirm and Delete=false" },
    { target: PROD, options: "Prune=confirm", missing: "Delete=false" },
    { target: PROD, options: "Prune=true,Delete=false", missing: "Prune=confirm" },
  ])("refuses $target with $options", ({ target, options, missing }) => {
    const annotations = { "argocd.argoproj.io/sync-options": options };

    expect(childrenGuarded.find(appsExcept(target, OPTIONS, annotations))).toEqual([
      { subject: target.replace(" ", " argocd/"), message: `It lacks ${missing}.` },
    ]);
  });
});
