import type { Environment, Role, RoleName } from "../../../model/environment.ts";
import { roleIdentity } from "../../../model/identities.ts";
import { roleField } from "../../../model/role-field.ts";
import { parseQuantity } from "../../../model/rules/quantity.ts";
import type { Alert } from "./alert.ts";
import { missingServers, pods } from "./servers.ts";

/** Of the pods of each role, and of every process of the environment. */
export function roleAlerts(environment: Environment): Alert[] {
  const { roles } = environment.milvus;
  return [
    ...roles.flatMap((role) => missingServers(environment, serversOf(role))),
    ...roles.flatMap((role) => memory(environment, role)),
    restarts(environment),
  ];
}

const WITHOUT: Readonly<Record<RoleName, string>> = {
  proxy: "Without a proxy no client reaches Milvus.",
  rootCoord: "Without it no collection is made or changed, and no timestamp is given: writes stop.",
  dataCoord: "Without it nothing is flushed, compacted or indexed.",
  queryCoord: "Without it no collection is loaded, and what a lost query node held is not taken over.",
  mixCoord: "Without it no collection is made, loaded or flushed, and no timestamp is given: writes stop.",
  streamingNode: "Without one nothing is written, and what was not flushed cannot be searched.",
  queryNode: "Without one nothing can be searched.",
  dataNode: "Without one nothing is flushed or compacted, and in 2.6 nothing is indexed.",
  indexNode: "Without one nothing is indexed, and new data is searched slowly.",
};

function serversOf(role: Role) {
  return { identity: roleIdentity(role), workload: role, needed: 1, otherwise: otherwise(role) };
}

/** Other groups do not stand in, so a group is looked at by itself. */
function otherwise({ name, group }: Role): string {
  if (group === undefined) return WITHOUT[name];
  return name === "queryNode"
    ? `Without one, what is loaded into the resource group ${group} cannot be searched.`
    : `Without one, new data reaches the resource group ${group} through nodes of others, and not at all where isolation is strict.`;
}

/** Milvus throttles writes from 85% of the memory of a worker on, and refuses them at 95% (`quotaAndLimits`). */
function memory(environment: Environment, role: Role): Alert[] {
  const identity = roleIdentity(role);
  const { limits } = role.resources;
  const share = `max by (pod) (process_resident_memory_bytes{${pods(environment, identity)}}) / ${parseQuantity(limits.memory)}`;
  const high = {
    name: "MilvusMemoryHigh",
    workload: identity.name,
    summary: `{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its ${limits.memory}.`,
  } as const;
  return [
    {
      ...high,
      severity: "warning",
      expr: `${share} > 0.85`,
      for: "15m",
      description: `Milvus throttles writes when workers are short of memory. Raise ${roleField(role)}: its replicas, or its memory.`,
    },
    {
      ...high,
      severity: "critical",
      expr: `${share} > 0.95`,
      for: "5m",
      description: `The kernel kills it at the limit, and writes are refused. Release a collection, or raise ${roleField(role)}.`,
    },
  ];
}

function restarts({ namespace }: Environment): Alert {
  return {
    name: "MilvusServerRestarting",
    severity: "warning",
    expr: `changes(process_start_time_seconds{namespace="${namespace}"}[1h]) > 2`,
    for: "5m",
    summary: "{{ $labels.pod }} started {{ $value }} times in an hour.",
    description: `kubectl -n ${namespace} logs --previous {{ $labels.pod }} and describe pod tell why: a crash, memory, or a probe.`,
  };
}
