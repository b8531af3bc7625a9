import { describe, expect, it } from "vitest";
import { emptyFolderPrunesNothing, retriesBounded } from "../../../generator/checks/gitops/sync-policy.ts";
import { appsExcept, platformOf, soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";
const SUBJECT = "Application argocd/milvus-prod";

describe("emptyFolderPrunesNothing", () => {
  it("accepts Applications by hand and by themselves", () => {
    expect(emptyFolderPrunesNothing.find(platformOf(soundApps()))).toEqual([]);
    expect(emptyFolderPrunesNothing.find(appsExcept(PROD, "spec.syncPolicy.automated", undefined))).toEqual([]);
  });

  it("refuses to prune everything when the folder is empty", () => {
    expect(emptyFolderPrunesNothing.find(appsExcept(PROD, "spec.syncPolicy.automated.allowEmpty", true))).toEqual([
      { subject: SUBJECT, message: "It prunes everything when its folder is empty." },
    ]);
  });
});

describe("retriesBounded", () => {
  it("accepts any number of retries, none too", () => {
    expect(retriesBounded.find(platformOf(soundApps()))).toEqual([]);
    expect(retriesBounded.find(appsExcept(PROD, "spec.syncPolicy.retry.limit", 0))).toEqual([]);
  });

  it.each([
    { field: "limit", value: undefined, message: "It does not say how often a sync is tried again." },
    { field: "limit", value: -1, message: "It tries a sync -1 times more, which is without end." },
    { field: "backoff", value: undefined, message: "It does not say how long it waits between two tries." },
  ])("refuses the $field $value", ({ field, value, message }) => {
    expect(retriesBounded.find(appsExcept(PROD, `spec.syncPolicy.retry.${field}`, value))).toEqual([
      { subject: SUBJECT, message },
    ]);
  });
});
