import { describe, expect, it } from "vitest";
import { alertNamedOnce, alertTellsWhatToDo } from "../../../generator/checks/monitoring/alerts.ts";
import { treeOf } from "../trees.ts";

const GOOD = {
  alert: "A",
  expr: "up == 0",
  labels: { severity: "warning" },
  annotations: { summary: "It is down.", description: "Start it." },
};

describe("alertTellsWhatToDo", () => {
  it("accepts an alert with severity and texts, and a recording rule without", () => {
    expect(alertTellsWhatToDo.find(rules(GOOD, { record: "a:up", expr: "sum(up)" }))).toEqual([]);
  });

  it("names each part that is missing", () => {
    const bad = { ...GOOD, labels: { severity: "urgent" }, annotations: { summary: " " } };

    expect(alertTellsWhatToDo.find(rules(bad))).toEqual(
      ["A has no severity.", "A has no summary.", "A has no description."].map((message) => ({
        subject: "PrometheusRule milvus-test/r",
        message,
      })),
    );
  });
});

describe("alertNamedOnce", () => {
  it("accepts alerts of one name whose labels differ", () => {
    expect(alertNamedOnce.find(rules(GOOD, { ...GOOD, labels: { severity: "critical" } }))).toEqual([]);
  });

  it("refuses alerts of one name and the same labels, in whatever order", () => {
    const one = { ...GOOD, labels: { severity: "warning", component: "etcd" } };
    const other = { ...GOOD, labels: { component: "etcd", severity: "warning" } };

    expect(alertNamedOnce.find(rules(one, other, other))).toEqual([
      { subject: "PrometheusRule milvus-test/r", message: "The alert A is there twice with the same labels." },
    ]);
  });
});

function rules(...rules: readonly object[]) {
  const metadata = { name: "r", namespace: "milvus-test" };
  const spec = { groups: [{ name: "g", rules }] };
  return treeOf([{ apiVersion: "monitoring.coreos.com/v1", kind: "PrometheusRule", metadata, spec }]);
}
