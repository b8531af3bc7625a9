import { describe, expect, it } from "vitest";
import type { EnvironmentTree, Invariant } from "../../../generator/checks/invariant.ts";
import { dashboardIsReadable, dashboardNamedOnce } from "../../../generator/checks/monitoring/dashboards.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import { aMonitoring } from "../../support/environments.ts";
import { treeOf } from "../trees.ts";

const LABELS = { grafana_dashboard: "1" };
const GOOD = '{ "uid": "a", "title": "A" }';

describe("dashboardIsReadable", () => {
  it("accepts JSON with a title, and asks nothing of other ConfigMaps", () => {
    expect(found(dashboardIsReadable, board("a", GOOD), board("b", "db: etcd", {}))).toEqual([]);
  });

  it.each(["", "{", "[]", "null", '{ "title": 1 }', '{ "title": "" }'])("refuses %j", (text) => {
    expect(found(dashboardIsReadable, board("a", text))).toEqual([
      { subject: "ConfigMap milvus-test/a", message: "a.json is no dashboard with a title." },
    ]);
  });

  it("takes no ConfigMap for a dashboard where nobody says by which labels they are found", () => {
    const monitoring = aMonitoring({ dashboards: { enabled: true, labels: {}, folder: undefined } });

    expect(dashboardIsReadable.find(treeOf([board("a", "{")], { monitoring }))).toEqual([]);
  });
});

describe("dashboardNamedOnce", () => {
  it("accepts dashboards without a uid, or with one each", () => {
    expect(found(dashboardNamedOnce, board("a", GOOD), board("b", "{}"), board("c", "{}"))).toEqual([]);
  });

  it("refuses the second with a uid", () => {
    expect(found(dashboardNamedOnce, board("a", GOOD), board("b", GOOD))).toEqual([
      { subject: "ConfigMap milvus-test/b", message: "Another dashboard has the uid a too." },
    ]);
  });
});

function found({ find }: Invariant<EnvironmentTree>, ...objects: readonly KubernetesObject[]) {
  return find(treeOf(objects));
}

function board(name: string, text: string, labels: Record<string, string> = LABELS): KubernetesObject {
  const metadata = { name, namespace: "milvus-test", labels };
  return { apiVersion: "v1", kind: "ConfigMap", metadata, data: { [`${name}.json`]: text } };
}
