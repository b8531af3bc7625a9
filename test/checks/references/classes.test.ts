import { describe, expect, it } from "vitest";
import { priorityClassIsDeclared, storageClassIsDeclared } from "../../../generator/checks/references/classes.ts";
import { anEnvironment, anEtcd, aPlacement, aRole } from "../../support/environments.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const DECLARED = { etcd: anEtcd({ priorityClassName: "critical", storage: { size: "1Gi", storageClass: "ssd" } }) };
const CLAIM = "spec.volumeClaimTemplates.0.spec";

describe("priorityClassIsDeclared", () => {
  const objects = (name: string) => soundExcept("Deployment web", "spec.template.spec.priorityClassName", name);

  it("accepts none, one of Kubernetes, and one that the environment names or Git makes", () => {
    const made = { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", metadata: { name: "critical" } };

    expect(priorityClassIsDeclared.find(treeOf(soundObjects()))).toEqual([]);
    expect(priorityClassIsDeclared.find(treeOf(objects("system-cluster-critical")))).toEqual([]);
    expect(priorityClassIsDeclared.find(treeOf(objects("critical"), DECLARED))).toEqual([]);
    expect(priorityClassIsDeclared.find(treeOf([...objects("critical"), made]))).toEqual([]);
    expect(
      priorityClassIsDeclared.find(treeOf(objects("all"), { placement: aPlacement({ priorityClassName: "all" }) })),
    ).toEqual([]);
  });

  it("warns of another", () => {
    expect(priorityClassIsDeclared.severity).toBe("warning");
    expect(priorityClassIsDeclared.find(treeOf(objects("other"), DECLARED))).toEqual([
      { subject: "Deployment milvus-test/web", message: "Its priority class other is not declared." },
    ]);
  });
});

describe("storageClassIsDeclared", () => {
  const objects = (storageClassName: string) => soundExcept("StatefulSet db", CLAIM, { storageClassName });

  it("accepts the default class, and one that the environment names", () => {
    expect(storageClassIsDeclared.find(treeOf(soundObjects()))).toEqual([]);
    expect(storageClassIsDeclared.find(treeOf(objects("ssd"), DECLARED))).toEqual([]);
  });

  it("asks for the class of a volume that goes with its pod, too", () => {
    const volume = (storageClassName: string) => ({
      name: "scratch",
      ephemeral: { volumeClaimTemplate: { spec: { storageClassName } } },
    });
    const scratch = (name: string) => soundExcept("Deployment web", "spec.template.spec.volumes.9", volume(name));
    const { milvus } = anEnvironment();
    const declared = { milvus: { ...milvus, roles: [aRole("queryNode", { localStorageClass: "local-nvme" })] } };

    expect(storageClassIsDeclared.find(treeOf(scratch("local-nvme"), declared))).toEqual([]);
    expect(storageClassIsDeclared.find(treeOf(scratch("tape"), declared))).toEqual([
      { subject: "Deployment milvus-test/web", message: "Its storage class tape is not declared." },
    ]);
  });

  it("warns of another", () => {
    expect(storageClassIsDeclared.severity).toBe("warning");
    expect(storageClassIsDeclared.find(treeOf(objects("tape"), DECLARED))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "Its storage class tape is not declared." },
    ]);
  });
});
