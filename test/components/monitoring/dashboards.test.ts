import { describe, expect, it } from "vitest";
import { dashboardConfigMaps, dashboards } from "../../../generator/components/monitoring/dashboards/index.ts";
import { uidOf } from "../../../generator/components/monitoring/dashboards/uid.ts";
import { aMonitoring } from "../../support/environments.ts";
import { isKnown } from "./known.ts";
import { seriesOf } from "./promql.ts";
import { production, SHAPES } from "./shapes.ts";

describe.each(SHAPES)("the dashboards of $title", ({ environment }) => {
  it("draw what exists there, of the environment's namespace alone, and no row or panel is empty", () => {
    const own = `namespace="${environment.namespace}"`;
    const rows = dashboards(environment).flatMap((board) => board.rows);
    const panels = rows.flatMap((row) => row.panels);
    const wrong = panels.flatMap(({ title, queries }) =>
      queries.flatMap(({ expr }) =>
        seriesOf(expr)
          .filter(({ metric, matchers }) => !isKnown(environment, metric) || !matchers.includes(own))
          .map(({ metric }) => `${title}: ${metric}`),
      ),
    );

    expect(wrong).toEqual([]);
    expect(rows.filter((row) => row.panels.length === 0)).toEqual([]);
    expect(rows.flatMap((row) => repeated(row.panels.map(({ title }) => title)))).toEqual([]);
    expect(panels.filter(({ queries }) => queries.length === 0)).toEqual([]);
  });
});

describe("dashboardConfigMaps", () => {
  it("are four, found by their labels and sorted into a folder", () => {
    const monitoring = aMonitoring({
      enabled: true,
      dashboards: { enabled: true, labels: { board: "yes" }, folder: "Databases" },
    });
    const resources = dashboardConfigMaps({ ...production(), monitoring });

    expect(resources.map(({ file, object }) => [file, Object.keys(object.data as object)])).toEqual([
      ["dashboard-overview", ["milvus-dev-overview.json"]],
      ["dashboard-query-path", ["milvus-dev-query-path.json"]],
      ["dashboard-write-path", ["milvus-dev-write-path.json"]],
      ["dashboard-dependencies", ["milvus-dev-dependencies.json"]],
    ]);
    expect(resources[0]?.object.metadata).toMatchObject({
      labels: { board: "yes" },
      annotations: { grafana_folder: "Databases" },
    });
  });

  it("are JSON whose panels lie side by side, and beneath each other where there is no room", () => {
    const [overview] = dashboardConfigMaps(production());
    const files = (overview?.object.data ?? {}) as Record<string, string>;
    const json = JSON.parse(files["milvus-dev-overview.json"] ?? "");

    expect(json).toMatchObject({ uid: "milvus-dev-overview", title: "Milvus dev: overview", tags: ["milvus", "milvus-dev"] });
    expect(json.panels.map(({ id, gridPos }: { id: number; gridPos: object }) => [id, gridPos]).slice(0, 9)).toEqual([
      [1, { x: 0, y: 0, w: 24, h: 1 }],
      [2, { x: 0, y: 1, w: 8, h: 8 }],
      [3, { x: 8, y: 1, w: 8, h: 8 }],
      [4, { x: 16, y: 1, w: 8, h: 8 }],
      [5, { x: 0, y: 9, w: 24, h: 1 }],
      [6, { x: 0, y: 10, w: 8, h: 8 }],
      [7, { x: 8, y: 10, w: 8, h: 8 }],
      [8, { x: 16, y: 10, w: 8, h: 8 }],
      [9, { x: 0, y: 18, w: 8, h: 8 }],
    ]);
    expect(json.panels[1].targets).toEqual([
      {
        refId: "A",
        datasource: { type: "prometheus", uid: `\${datasource}` },
        expr: 'count by (alertname, severity) (ALERTS{namespace="milvus-dev", alertstate="firing"})',
        legendFormat: "{{alertname}} {{severity}}",
      },
    ]);
  });

  it("are none where the environment wants none", () => {
    const monitoring = aMonitoring({ enabled: true, dashboards: { enabled: false, labels: {}, folder: undefined } });

    expect(dashboardConfigMaps({ ...production(), monitoring })).toEqual([]);
  });
});

describe("uidOf", () => {
  it("is the name of the dashboard where Grafana takes it", () => {
    expect(uidOf("prod", "query-path")).toBe("milvus-prod-query-path");
  });

  it("tells long names apart", () => {
    const uids = ["dev", "prod"].map((stage) => uidOf(`a-customer-with-a-name-as-long-as-this-${stage}`, "overview"));

    expect(uids.map(({ length }) => length)).toEqual([40, 40]);
    expect(uids[0]).not.toBe(uids[1]);
  });
});

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) < index);
}
