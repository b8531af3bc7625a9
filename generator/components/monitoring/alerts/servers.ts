import type { Environment, Workload } from "../../../model/environment.ts";
import type { Identity } from "../../../model/identities.ts";
import type { Alert } from "./alert.ts";

/** A workload, and with how many of its pods it still does its work. */
export interface Servers {
  readonly identity: Identity;
  readonly workload: Workload;
  readonly needed: number;
  /** What happens with fewer. */
  readonly otherwise: string;
  readonly runbook?: string;
}

/** Pods that do not answer Prometheus. It knows only pods that exist, so what is missing is counted against what was asked for. */
export function missingServers(environment: Environment, servers: Servers): Alert[] {
  const { identity, workload, needed, otherwise, runbook } = servers;
  const { component, name } = identity;
  const answering = `(count(max by (pod) (up{${pods(environment, identity)}}) == 1) or vector(0))`;
  const look = `Look at kubectl -n ${environment.namespace} get pods -l app.kubernetes.io/name=${identity.app},app.kubernetes.io/component=${component}`;
  const missing: Alert = {
    name: "MilvusServersMissing",
    severity: "warning",
    workload: name,
    expr: `${answering} < ${workload.replicas}`,
    for: "15m",
    summary: `Of ${workload.replicas} pods of ${name} only {{ $value }} answer.`,
    description: `${look}: one that is Pending finds no node, one that restarts tells why in kubectl logs --previous. ${otherwise}`,
  };
  const tooFew: Alert = {
    name: "MilvusTooFewServers",
    severity: "critical",
    workload: name,
    expr: `${answering} < ${needed}`,
    for: "5m",
    summary: `${name} needs ${needed === 1 ? "a pod" : `${needed} pods`}, and {{ $value }} answer.`,
    description: `${otherwise} ${look}, and at the nodes that they ran on.`,
    ...(runbook === undefined ? {} : { runbook }),
  };
  return needed < workload.replicas ? [missing, tooFew] : [tooFew];
}

/** The labels by which Prometheus knows the pods of a workload. */
export function pods({ namespace }: Pick<Environment, "namespace">, { app, component }: Identity): string {
  return `namespace="${namespace}", app_kubernetes_io_name="${app}", app_kubernetes_io_component="${component}"`;
}
