import type { Environment } from "../environment.ts";
import { workloadIdentities } from "../workload-identities.ts";
import { attuEdges } from "./attu.ts";
import { authenticationEdges } from "./authentication.ts";
import { backupEdges } from "./backup.ts";
import { clientEdges, nameEdges, scrapeEdges } from "./border.ts";
import type { Edge } from "./edge.ts";
import { messageQueueEdges } from "./message-queue.ts";
import { MILVUS_EDGES } from "./milvus.ts";
import { withGroups } from "./resource-groups.ts";
import { etcdEdges, objectStorageEdges } from "./stores.ts";

export type { Edge, EdgePort, Party } from "./edge.ts";

/**
 * Every connection that an environment needs, and nothing else. An end may name workloads that it does not run, so that the same
 * edges, and the same policies, serve all families and topologies. A pod always reaches itself, and its node, whose kubelet asks
 * its probes (Kubernetes docs, Network Policies).
 */
export function edges(environment: Environment): readonly Edge[] {
  const parts = [
    ...clientEdges(environment),
    ...MILVUS_EDGES,
    ...authenticationEdges(environment),
    ...attuEdges(environment),
    ...etcdEdges(environment),
    ...objectStorageEdges(environment),
    ...messageQueueEdges(environment),
    ...backupEdges(environment),
    ...scrapeEdges(environment),
  ];
  return [...withGroups(environment.milvus, parts), ...nameEdges(environment, workloadIdentities(environment))];
}
