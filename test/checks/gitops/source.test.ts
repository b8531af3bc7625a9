import { describe, expect, it } from "vitest";
import {
  applicationNamesItsBranch,
  applicationSeesItsChanges,
  applicationSyncsItsFolder,
  environmentHasApplication,
} from "../../../generator/checks/gitops/source.ts";
import { withField } from "../objects.ts";
import { appsExcept, environmentOf, platformOf, soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";
const SUBJECT = "Application argocd/milvus-prod";

describe("applicationSyncsItsFolder", () => {
  it("accepts Applications that sync the folder of their name", () => {
    expect(applicationSyncsItsFolder.find(platformOf(soundApps()))).toEqual([]);
  });

  it("refuses a folder that is another's", () => {
    expect(applicationSyncsItsFolder.find(appsExcept(PROD, "spec.source.path", "overlays/dev"))).toEqual([
      { subject: SUBJECT, message: "It syncs overlays/dev instead of overlays/prod." },
    ]);
    expect(applicationSyncsItsFolder.find(appsExcept("Application milvus-root", "spec.source.path", "overlays"))).toEqual([
      { subject: "Application argocd/milvus-root", message: "It syncs overlays instead of apps." },
    ]);
    expect(applicationSyncsItsFolder.find(appsExcept(PROD, "spec.source", undefined))).toEqual([
      { subject: SUBJECT, message: "It syncs no folder instead of overlays/prod." },
    ]);
  });

  it("leaves the folder of other Applications to who wrote them", () => {
    const renamed = withField(soundApps(), PROD, "metadata.name", "cert-manager");
    const tree = platformOf(withField(renamed, "Application cert-manager", "spec.source.path", "chart"));

    expect(applicationSyncsItsFolder.find(tree)).toEqual([]);
  });
});

describe("applicationNamesItsBranch", () => {
  it("accepts Applications that follow a branch", () => {
    expect(applicationNamesItsBranch.find(platformOf(soundApps()))).toEqual([]);
  });

  it.each([undefined, "", "HEAD"])("refuses %s for a branch", (revision) => {
    expect(applicationNamesItsBranch.find(appsExcept(PROD, "spec.source.targetRevision", revision))).toEqual([
      { subject: SUBJECT, message: "It does not say which branch it follows." },
    ]);
  });
});

describe("applicationSeesItsChanges", () => {
  const paths = (value: string) =>
    appsExcept(PROD, "metadata.annotations", { "argocd.argoproj.io/manifest-generate-paths": value });

  it("accepts an Application that is rendered for every commit, or for those in its folder and the base", () => {
    expect(applicationSeesItsChanges.find(platformOf(soundApps()))).toEqual([]);
    expect(applicationSeesItsChanges.find(paths(".;/base"))).toEqual([]);
  });

  it("refuses one that would not see a change of the base", () => {
    expect(applicationSeesItsChanges.find(paths("."))).toEqual([
      { subject: SUBJECT, message: "Its argocd.argoproj.io/manifest-generate-paths lacks /base." },
    ]);
  });
});

describe("environmentHasApplication", () => {
  it("accepts environments that have one, and misses that of another", () => {
    const tree = platformOf(soundApps(), [environmentOf("prod", []), environmentOf("qa", [])]);

    expect(environmentHasApplication.find(tree)).toEqual([
      { subject: "overlays/qa/environment.yaml", message: "There is no Application milvus-qa." },
    ]);
  });
});
