import { describe, expect, it } from "vitest";
import { rollOutOutlastsStart, startupBudgetSuffices } from "../../../generator/checks/pods/startup.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const POD = "spec.template.spec";
const PROBE = `${POD}.containers.0.startupProbe`;

describe("startupBudgetSuffices", () => {
  const starting = (app: string, component: string, probe: object | undefined) => {
    const labels = { "app.kubernetes.io/name": app, "app.kubernetes.io/component": component };
    const labelled = soundExcept("StatefulSet db", "spec.template.metadata.labels", labels);
    return treeOf(withField(labelled, "StatefulSet db", PROBE, probe));
  };

  it.each([
    { app: "milvus", component: "proxy", probe: { periodSeconds: 10, failureThreshold: 30 } },
    { app: "etcd", component: "etcd", probe: { periodSeconds: 5, failureThreshold: 360 } },
    { app: "pulsar", component: "bookkeeper", probe: { initialDelaySeconds: 1000, periodSeconds: 10, failureThreshold: 80 } },
    { app: "acme", component: "backup", probe: {} },
    { app: "milvus", component: "proxy", probe: undefined },
  ])("accepts $probe of $app $component", ({ app, component, probe }) => {
    expect(startupBudgetSuffices.find(starting(app, component, probe))).toEqual([]);
  });

  it.each([
    { app: "milvus", component: "proxy", probe: {}, budget: 30, worst: 300 },
    { app: "minio", component: "minio", probe: { failureThreshold: 29 }, budget: 290, worst: 300 },
    { app: "etcd", component: "etcd", probe: { periodSeconds: 5, failureThreshold: 60 }, budget: 300, worst: 1800 },
    { app: "pulsar", component: "zookeeper", probe: { failureThreshold: 60 }, budget: 600, worst: 1800 },
  ])("refuses $budget s of $app $component", ({ app, component, probe, budget, worst }) => {
    expect(startupBudgetSuffices.find(starting(app, component, probe))).toEqual([
      {
        subject: "StatefulSet milvus-test/db",
        message: `Container db: it is killed after ${budget} s, and may need ${worst} s.`,
      },
    ]);
  });
});

describe("rollOutOutlastsStart", () => {
  const rollingOut = (failureThreshold: number, spec: Readonly<Record<string, number>>) =>
    treeOf(
      Object.entries(spec).reduce(
        (objects, [field, value]) => withField(objects, "Deployment web", `spec.${field}`, value),
        soundExcept("Deployment web", PROBE, { periodSeconds: 10, failureThreshold }),
      ),
    );

  it("accepts a deadline above what a pod may need, and StatefulSets, which have none", () => {
    const slow = soundExcept("StatefulSet db", PROBE, { failureThreshold: 999 });

    expect(rollOutOutlastsStart.find(treeOf(soundObjects()))).toEqual([]);
    expect(rollOutOutlastsStart.find(treeOf(slow))).toEqual([]);
    expect(rollOutOutlastsStart.find(rollingOut(59, {}))).toEqual([]);
    expect(rollOutOutlastsStart.find(rollingOut(90, { progressDeadlineSeconds: 901 }))).toEqual([]);
  });

  it.each([
    { failureThreshold: 60, spec: {}, deadline: 600, needed: 600 },
    { failureThreshold: 50, spec: { minReadySeconds: 100 }, deadline: 600, needed: 600 },
    { failureThreshold: 90, spec: { progressDeadlineSeconds: 700 }, deadline: 700, needed: 900 },
  ])("refuses a deadline of $deadline s where a pod may need $needed s", ({ failureThreshold, spec, deadline, needed }) => {
    expect(rollOutOutlastsStart.find(rollingOut(failureThreshold, spec as Record<string, number>))).toEqual([
      {
        subject: "Deployment milvus-test/web",
        message: `It has ${deadline} s to progress, and a pod may need ${needed} s until it counts.`,
      },
    ]);
  });
});
