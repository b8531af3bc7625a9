import { describe, expect, it } from "vitest";
import { jobCanChange, jobEnds } from "../../../generator/checks/pods/jobs.ts";
import { anObject } from "../quorum/edits.ts";
import { treeOf } from "../trees.ts";

const HOOK = "argocd.argoproj.io/hook";
const POLICY = "argocd.argoproj.io/hook-delete-policy";

describe("jobEnds", () => {
  it.each([
    { spec: { activeDeadlineSeconds: 60 }, problems: [] },
    { spec: { backoffLimit: 3 }, problems: ["It may run for ever."] },
    { spec: { activeDeadlineSeconds: "60" }, problems: ["It may run for ever."] },
  ])("says $problems of $spec", ({ spec, problems }) => {
    expect(jobEnds.find(treeOf([anObject("Job", "load", { spec })]))).toEqual(problems.map(toldOf));
  });
});

describe("jobCanChange", () => {
  it.each([
    { annotations: { [HOOK]: "PostSync" }, problems: [] },
    { annotations: { [HOOK]: "Sync", [POLICY]: "HookSucceeded,BeforeHookCreation" }, problems: [] },
    { annotations: { [HOOK]: "Sync", [POLICY]: "HookSucceeded" }, problems: ["A failed one stays (HookSucceeded)."] },
    { annotations: {}, problems: ["It is no hook of Argo CD."] },
  ])("says $problems of $annotations", ({ annotations, problems }) => {
    const job = anObject("Job", "load", {});
    const annotated = { ...job, metadata: { ...job.metadata, annotations } };

    expect(jobCanChange.find(treeOf([annotated]))).toEqual(problems.map(toldOf));
  });
});

function toldOf(message: string) {
  return { subject: "Job milvus-prod/load", message };
}
