import { describe, expect, it } from "vitest";
import { applicationHasProject, projectAllowsApplication, rootIsAlone } from "../../../generator/checks/gitops/projects.ts";
import { appsExcept, platformOf, soundApps } from "./objects.ts";

const APPLICATION = "Application milvus-prod";
const SUBJECT = "Application argocd/milvus-prod";

describe("applicationHasProject", () => {
  it("accepts Applications whose project is here", () => {
    expect(applicationHasProject.find(platformOf(soundApps()))).toEqual([]);
  });

  it.each([
    { project: "default", named: "default" },
    { project: undefined, named: "default" },
    { project: "nothing", named: "nothing" },
  ])("refuses the project $project", ({ project, named }) => {
    expect(applicationHasProject.find(appsExcept(APPLICATION, "spec.project", project))).toEqual([
      { subject: SUBJECT, message: `There is no AppProject ${named} here.` },
    ]);
  });
});

describe("projectAllowsApplication", () => {
  it("accepts projects that allow what their Applications need", () => {
    expect(projectAllowsApplication.find(platformOf(soundApps()))).toEqual([]);
  });

  it("refuses a destination or a repository that the project does not allow", () => {
    const elsewhere = appsExcept(APPLICATION, "spec.destination.name", "eu-1");
    const other = appsExcept(APPLICATION, "spec.source.repoURL", "https://github.com/acme/other.git");

    expect(projectAllowsApplication.find(elsewhere)).toEqual([
      { subject: SUBJECT, message: "Its project does not allow eu-1/milvus-prod." },
    ]);
    expect(projectAllowsApplication.find(other)).toEqual([
      { subject: SUBJECT, message: "Its project does not allow https://github.com/acme/other.git." },
    ]);
  });
});

describe("rootIsAlone", () => {
  it("accepts the root in its project, and refuses an environment there", () => {
    expect(rootIsAlone.find(platformOf(soundApps()))).toEqual([]);
    expect(rootIsAlone.find(appsExcept(APPLICATION, "spec.project", "milvus-root"))).toEqual([
      { subject: SUBJECT, message: "It is in milvus-root, the project of the root." },
    ]);
  });
});
