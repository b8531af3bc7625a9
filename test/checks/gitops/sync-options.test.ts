import { describe, expect, it } from "vitest";
import { syncOptionsSafe, syncOptionsSet } from "../../../generator/checks/gitops/sync-options.ts";
import { appsExcept, platformOf, soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";
const SUBJECT = "Application argocd/milvus-prod";
const PATH = "spec.syncPolicy.syncOptions";

describe("syncOptionsSet", () => {
  it("accepts Applications that have them all", () => {
    expect(syncOptionsSet.find(platformOf(soundApps()))).toEqual([]);
  });

  it("tells those that are missing", () => {
    expect(syncOptionsSet.find(appsExcept(PROD, PATH, ["PruneLast=true", "ServerSideApply=true"]))).toEqual([
      { subject: SUBJECT, message: "It lacks ApplyOutOfSyncOnly=true, FailOnSharedResource=true." },
    ]);
    expect(syncOptionsSet.find(appsExcept(PROD, "spec.syncPolicy", undefined))).toHaveLength(1);
  });
});

describe("syncOptionsSafe", () => {
  it("accepts the options that the generator sets", () => {
    expect(syncOptionsSafe.find(platformOf(soundApps()))).toEqual([]);
  });

  it.each(["Replace=true", "Force=true", "Validate=false"])("refuses %s, for all objects or for itself", (option) => {
    const expected = [{ subject: SUBJECT, message: `It has the sync option ${option}.` }];
    const annotations = { "argocd.argoproj.io/sync-options": option };

    expect(syncOptionsSafe.find(appsExcept(PROD, PATH, [option]))).toEqual(expected);
    expect(syncOptionsSafe.find(appsExcept(PROD, "metadata.annotations", annotations))).toEqual(expected);
  });

  it.each(["CreateNamespace=true", "FailOnSharedResource=false"])("refuses %s", (option) => {
    expect(syncOptionsSafe.find(appsExcept(PROD, PATH, [option]))).toEqual([
      { subject: SUBJECT, message: `It has the sync option ${option}.` },
    ]);
  });
});
