import { describe, expect, it } from "vitest";
import { serviceAccountExists } from "../../../generator/checks/references/accounts.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("serviceAccountExists", () => {
  it("accepts pods under accounts of the environment", () => {
    expect(serviceAccountExists.find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([
    { account: "nobody", message: "There is no ServiceAccount nobody." },
    { account: undefined, message: "There is no ServiceAccount default." },
  ])("refuses a pod: $message", ({ account, message }) => {
    const broken = soundExcept("Deployment web", "spec.template.spec.serviceAccountName", account);

    expect(serviceAccountExists.find(treeOf(broken))).toEqual([{ subject: "Deployment milvus-test/web", message }]);
  });

  it("looks into the pods of a CronJob too, and into a bare pod", () => {
    const metadata = { name: "backup", namespace: "milvus-test" };
    const pod = { serviceAccountName: "web", containers: [] };
    const objects = [
      ...soundObjects(),
      { apiVersion: "batch/v1", kind: "CronJob", metadata, spec: { jobTemplate: { spec: { template: { spec: pod } } } } },
      { apiVersion: "v1", kind: "Pod", metadata, spec: pod },
    ];
    const cronJob = withField(objects, "CronJob backup", "spec.jobTemplate.spec.template.spec.serviceAccountName", "x");
    const broken = withField(cronJob, "Pod backup", "spec.serviceAccountName", "y");

    expect(serviceAccountExists.find(treeOf(objects))).toEqual([]);
    expect(serviceAccountExists.find(treeOf(broken))).toEqual([
      { subject: "CronJob milvus-test/backup", message: "There is no ServiceAccount x." },
      { subject: "Pod milvus-test/backup", message: "There is no ServiceAccount y." },
    ]);
  });
});
