import type { Milvus, RoleName } from "../../../model/environment.ts";
import type { Alert } from "./alert.ts";

/** Of what coordinators see and give out. Only the coordinator that works tells it, not its standby. */
export function coordinationAlerts(own: string, milvus: Milvus): Alert[] {
  return [...nodes(own, milvus), ...tasks(own), ...indexes(own, milvus), ...segments(own)];
}

/** Who counts whom. From 2.6 on a streaming node has a query node in it, which querycoord counts too (`session/node_manager.go`). */
const SEEN: readonly {
  readonly metric: string;
  readonly by: string;
  readonly workload: string;
  readonly roles: readonly RoleName[];
}[] = [
  { metric: "milvus_rootcoord_proxy_num", by: "rootcoord", workload: "milvus-proxy", roles: ["proxy"] },
  {
    metric: "milvus_querycoord_querynode_num",
    by: "querycoord",
    workload: "milvus-querynode",
    roles: ["queryNode", "streamingNode"],
  },
  { metric: "milvus_datacoord_datanode_num", by: "datacoord", workload: "milvus-datanode", roles: ["dataNode"] },
  { metric: "milvus_datacoord_index_node_num", by: "datacoord", workload: "milvus-indexnode", roles: ["indexNode"] },
];

function nodes(own: string, { roles }: Milvus): Alert[] {
  return SEEN.flatMap(({ metric, by, workload, roles: names }): Alert[] => {
    const counted = roles.filter(({ name }) => names.includes(name));
    const wanted = counted.reduce((sum, { replicas }) => sum + replicas, 0);
    if (wanted === 0) return [];
    return [
      {
        name: "MilvusNodesUnseen",
        severity: "warning",
        workload,
        expr: `max(${metric}{${own}}) < ${wanted}`,
        for: "15m",
        summary: `${by} sees {{ $value }} of ${wanted} nodes.`,
        description: `${[...new Set(counted.map(({ name }) => name))].join(" and ")} register in etcd. A pod that runs and is not seen has lost its session: read its log.`,
      },
    ];
  });
}

function tasks(own: string): Alert[] {
  return [
    {
      name: "MilvusLoadTasksStuck",
      severity: "warning",
      expr: `sum(milvus_querycoord_task_num{${own}}) > 100`,
      for: "30m",
      summary: "Query nodes have {{ $value }} tasks to load or move segments.",
      description: "Loading does not get on: query nodes are short of memory or disk, or object storage is slow.",
    },
    {
      name: "MilvusNodeDrainStuck",
      severity: "warning",
      expr: `sum(milvus_querynode_stopping_balance_segment_num{${own}}) > 0`,
      for: "45m",
      summary: "{{ $value }} segments are still on query nodes that stop.",
      description:
        "The others have no memory for them. Once its grace period is over the pod is killed, and they are loaded anew.",
    },
  ];
}

/** Up to 2.4 by one metric, later by another. Fifty segments for each node that builds are an hour's work or more. */
function indexes(own: string, { roles }: Milvus): Alert[] {
  const builder = roles.find(({ name }) => name === "indexNode") ?? roles.find(({ name }) => name === "dataNode");
  const most = 50 * (builder?.replicas ?? 1);
  const until24 = (status: string) => `sum(milvus_datacoord_index_task_count{${own}, index_task_status=~"${status}"})`;
  const since25 = (state: string) =>
    `sum(milvus_datacoord_task_count{${own}, task_type="JobTypeIndexJob", task_state=~"${state}"})`;
  const backlog = (waiting: string): Alert => ({
    name: "MilvusIndexBacklog",
    severity: "warning",
    expr: `${waiting} > ${most}`,
    for: "1h",
    summary: "{{ $value }} segments wait for their index.",
    description: `They are searched without one, slowly. Raise milvus.roles.${builder?.name ?? "dataNode"}.`,
  });
  const failing = (failed: string): Alert => ({
    name: "MilvusIndexBuildsFailing",
    severity: "warning",
    expr: `${failed} > 0`,
    for: "30m",
    summary: "The index of {{ $value }} segments could not be built.",
    description: "The log of the node that builds names the cause: parameters of the index, memory, or local disk.",
  });
  return [
    ...[until24("unissued|in-progress"), since25("JobStateInit|JobStateInProgress|JobStateRetry")].map(backlog),
    ...[until24("failed"), since25("JobStateFailed")].map(failing),
  ];
}

function segments(own: string): Alert[] {
  return [
    {
      name: "MilvusSegmentsUnflushed",
      severity: "warning",
      expr: `sum(milvus_datacoord_segment_num{${own}, segment_state=~"Sealed|Flushing"}) > 100`,
      for: "30m",
      summary: "{{ $value }} segments wait to be flushed.",
      description: "They fill the queue until they are in object storage. Look there, and at the roles that flush.",
    },
    {
      name: "MilvusCompactionBacklog",
      severity: "warning",
      expr: `sum(milvus_datacoord_compaction_task_num{${own}, status="pending"}) > 1000`,
      for: "1h",
      summary: "{{ $value }} compactions wait.",
      description: "Many small segments slow searches down. Raise milvus.roles.dataNode.",
    },
  ];
}
