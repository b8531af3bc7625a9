import { metadata } from "../../../kubernetes/metadata.ts";
import type { KubernetesObject, Resource } from "../../../kubernetes/resource.ts";
import type { Environment } from "../../../model/environment.ts";
import { MONITORING } from "../../../model/identities.ts";
import { WAVE } from "../../../model/waves.ts";
import { isTold } from "../metrics/index.ts";
import { dashboard } from "./dashboard.ts";
import { dependencies } from "./dependencies.ts";
import { overview } from "./overview.ts";
import type { Row } from "./panel.ts";
import { queryPath } from "./query-path.ts";
import { uidOf } from "./uid.ts";
import { writePath } from "./write-path.ts";

/** A ConfigMap for each dashboard, which the sidecar of Grafana's Helm chart finds by its labels. */
export function dashboardConfigMaps(environment: Environment): Resource[] {
  if (!environment.monitoring.dashboards.enabled) return [];
  return dashboards(environment).map((board) => ({
    file: `dashboard-${board.name}`,
    object: configMap(environment, board),
  }));
}

export interface Dashboard {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What the environment's programs tell, drawn: a panel of which a family tells nothing is left out. */
export function dashboards(environment: Environment): Dashboard[] {
  const own = `namespace="${environment.namespace}"`;
  const boards = [
    { name: "overview", rows: overview(own) },
    { name: "query-path", rows: queryPath(own) },
    { name: "write-path", rows: writePath(own) },
    { name: "dependencies", rows: dependencies(environment) },
  ];
  return boards.map(({ name, rows }) => ({ name, rows: rows.map((row) => told(environment, row)) }));
}

function told({ milvus }: Environment, { title, panels }: Row): Row {
  const isWhole = panels.filter(({ queries }) => queries.every(({ expr }) => isTold(milvus.family, expr)));
  return { title, panels: isWhole };
}

/** File and dashboard are named after the environment, because one Grafana may show several. */
function configMap(environment: Environment, { name, rows }: Dashboard): KubernetesObject {
  const { labels, folder } = environment.monitoring.dashboards;
  const title = `Milvus ${environment.name}: ${name.replace("-", " ")}`;
  const json = dashboard(title, uidOf(environment.name, name), `milvus-${environment.name}`, rows);
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: metadata(MONITORING, `milvus-dashboard-${name}`, WAVE.monitoring, {
      labels,
      annotations: folder === undefined ? {} : { grafana_folder: folder },
    }),
    data: { [`milvus-${environment.name}-${name}.json`]: `${JSON.stringify(json, undefined, 2)}\n` },
  };
}
