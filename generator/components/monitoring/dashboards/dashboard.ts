import type { Panel, Row } from "./panel.ts";

/** Whichever Prometheus the reader picks above the dashboard. */
const DATASOURCE = { type: "prometheus", uid: `\${datasource}` };
const WIDTH = 8;
const HEIGHT = 8;
const ACROSS = 3;

/** A dashboard as Grafana reads it. Those with the tag are linked to each other. */
export function dashboard(title: string, uid: string, tag: string, rows: readonly Row[]) {
  return {
    uid,
    title,
    tags: ["milvus", tag],
    editable: false,
    schemaVersion: 39,
    time: { from: "now-6h", to: "now" },
    refresh: "1m",
    templating: { list: [{ name: "datasource", type: "datasource", query: "prometheus", label: "Prometheus" }] },
    links: [{ type: "dashboards", tags: [tag], title: tag, asDropdown: true, keepTime: true, includeVars: true }],
    panels: placed(rows),
  };
}

/** Row after row, from the top; an id is a panel's place among all of them. */
function placed(rows: readonly Row[]) {
  const panels: object[] = [];
  let y = 0;
  for (const { title, panels: graphs } of rows) {
    panels.push({ id: panels.length + 1, type: "row", title, collapsed: false, panels: [], gridPos: { x: 0, y, w: 24, h: 1 } });
    y += 1;
    for (const [index, graph] of graphs.entries()) {
      const gridPos = { x: (index % ACROSS) * WIDTH, y: y + Math.floor(index / ACROSS) * HEIGHT, w: WIDTH, h: HEIGHT };
      panels.push({ id: panels.length + 1, ...timeSeries(graph), gridPos });
    }
    y += Math.ceil(graphs.length / ACROSS) * HEIGHT;
  }
  return panels;
}

function timeSeries({ title, unit, queries }: Panel) {
  return {
    type: "timeseries",
    title,
    datasource: DATASOURCE,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode("A".charCodeAt(0) + index),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend,
    })),
  };
}
