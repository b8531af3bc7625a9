import { defined } from "../../../kubernetes/defined.ts";
import type { Environment } from "../../../model/environment.ts";

/** What Prometheus looks for, and what it says where it finds it. */
export interface Alert {
  /** `MilvusEtcdNoLeader`; severity and workload tell alerts of one name apart. */
  readonly name: string;
  /** `critical`: users notice, or data is in danger. `warning`: they will, unless somebody acts within days. */
  readonly severity: "critical" | "warning";
  /** The workload, `milvus-querynode`, where there is an alert for each. */
  readonly workload?: string;
  readonly expr: string;
  /** How long it must hold, `10m`. */
  readonly for: string;
  /** One line for the pager. */
  readonly summary: string;
  /** What to look at and to do. */
  readonly description: string;
  /** A page of docs/runbooks. */
  readonly runbook?: string;
}

/**
 * A rule of Prometheus' rule files. Most expressions sum the namespace away, by which Alertmanager knows whom to tell, so it is a
 * label of the alert.
 */
export function alertingRule({ namespace, monitoring }: Pick<Environment, "namespace" | "monitoring">, alert: Alert) {
  const { name, severity, workload, expr, summary, description, runbook } = alert;
  return {
    alert: name,
    expr,
    for: alert.for,
    labels: defined({ namespace, severity, workload }),
    annotations: { summary, description, ...link(runbook, monitoring.rules.runbookUrl) },
  };
}

/** Where nobody says where the pages can be read, the alert names the file in this repository. */
function link(runbook: string | undefined, runbookUrl: string | undefined): Record<string, string> {
  if (runbook === undefined) return {};
  return runbookUrl === undefined ? { runbook: `docs/runbooks/${runbook}.md` } : { runbook_url: `${runbookUrl}/${runbook}.md` };
}
