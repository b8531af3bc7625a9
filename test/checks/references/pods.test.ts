import { describe, expect, it } from "vitest";
import { checkPods } from "../../../generator/checks/references/pods.ts";
import { DECLARED, soundExcept, soundObjects, soundWithout, withField } from "../objects.ts";

const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;

describe("checkPods", () => {
  it("accepts pods that find all they refer to", () => {
    expect(checkPods(soundObjects(), DECLARED)).toEqual([]);
  });

  it.each([
    { path: `${POD}.serviceAccountName`, value: "nobody", message: "There is no ServiceAccount nobody." },
    { path: `${POD}.serviceAccountName`, value: undefined, message: "There is no ServiceAccount default." },
    { path: `${POD}.volumes.0.configMap.name`, value: "nothing", message: "There is no ConfigMap nothing." },
    { path: `${POD}.volumes.1.secret.secretName`, value: "nothing", message: "There is no Secret nothing." },
    { path: `${POD}.volumes.1.secret.items.0.key`, value: "other", message: "Secret sealed has no key other." },
    { path: `${CONTAINER}.volumeMounts.0.name`, value: "nothing", message: "Container web: there is no volume nothing." },
    {
      path: `${CONTAINER}.volumeMounts.0.subPath`,
      value: "other.yaml",
      message: "Container web: volume config has no file other.yaml.",
    },
    { path: `${CONTAINER}.volumeMounts.1.subPath`, value: "token", message: "Container web: volume token has no file token." },
    {
      path: `${CONTAINER}.readinessProbe.httpGet.port`,
      value: 9090,
      message: "Container web: a probe asks port 9090, which is not declared.",
    },
    {
      path: `${CONTAINER}.env.0.valueFrom.secretKeyRef.key`,
      value: "name",
      message: "Container web: there is no Secret login with the key name.",
    },
    {
      path: `${CONTAINER}.env.1.valueFrom.secretKeyRef.name`,
      value: "taken",
      message: "Container web: there is no Secret taken with the key password.",
    },
    {
      path: `${CONTAINER}.env.2.valueFrom.configMapKeyRef.key`,
      value: "other",
      message: "Container web: there is no ConfigMap web with the key other.",
    },
    { path: `${CONTAINER}.envFrom.0.secretRef.name`, value: "nothing", message: "Container web: there is no Secret nothing." },
    {
      path: `${CONTAINER}.envFrom.1.configMapRef.name`,
      value: "nothing",
      message: "Container web: there is no ConfigMap nothing.",
    },
    {
      path: `${POD}.initContainers.0.args`,
      value: ["$(HOST):2379"],
      message: "Container wait: $(HOST) is used before it is set.",
    },
  ])("refuses a pod: $message", ({ path, value, message }) => {
    expect(checkPods(soundExcept("Deployment web", path, value), DECLARED)).toEqual([
      problem("Deployment milvus-test/web", message),
    ]);
  });

  it("expands a variable only below its declaration, and each is declared once", () => {
    const late = [
      { name: "URL", value: "$(HOST) $$(LITERAL) $(hostname)" },
      { name: "HOST", value: "a" },
      { name: "HOST", value: "b" },
    ];

    expect(checkPods(soundExcept("Deployment web", `${CONTAINER}.env`, late), DECLARED)).toEqual([
      problem("Deployment milvus-test/web", "Container web: $(HOST) is used before it is set."),
      problem("Deployment milvus-test/web", "Container web: the variable HOST is set twice."),
    ]);
  });

  it("knows a claim template as a volume", () => {
    expect(checkPods(soundExcept("StatefulSet db", "spec.volumeClaimTemplates", undefined), DECLARED)).toEqual([
      problem("StatefulSet milvus-test/db", "Container db: there is no volume data."),
    ]);
  });

  it("takes the keys of a Secret from what makes it, whatever is declared", () => {
    const declared = { secrets: new Map([...DECLARED.secrets, ["login", ["user"]]]) };
    const broken = soundExcept("ExternalSecret login", "spec.data", []);

    expect(checkPods(broken, declared)).toEqual([
      problem("Deployment milvus-test/web", "Container web: there is no Secret login with the key user."),
    ]);
    expect(checkPods(soundWithout("ExternalSecret login"), declared)).toEqual([]);
  });

  it("looks into the pods of a CronJob too", () => {
    const job = {
      apiVersion: "batch/v1",
      kind: "CronJob",
      metadata: { name: "backup", namespace: "milvus-test" },
      spec: { jobTemplate: { spec: { template: { spec: { serviceAccountName: "web", containers: [] } } } } },
    };

    expect(checkPods([...soundObjects(), job], DECLARED)).toEqual([]);
    expect(
      checkPods(
        withField([...soundObjects(), job], "CronJob backup", "spec.jobTemplate.spec.template.spec.serviceAccountName", "x"),
        DECLARED,
      ),
    ).toEqual([problem("CronJob milvus-test/backup", "There is no ServiceAccount x.")]);
  });
});

function problem(object: string, message: string) {
  return { code: "E_REF", object, message, remedy: "Add what is missing, or correct the reference." };
}
