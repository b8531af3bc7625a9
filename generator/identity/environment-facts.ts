import type { Environment } from "../model/environment.ts";
import { clusterKey } from "../model/rules/across/cluster-key.ts";
import { dataKeys } from "./data-keys.ts";
import type { Fact } from "./facts.ts";

/** Where the environment runs, under which names Argo CD knows it, and which Milvus wrote its data. */
export function environmentFacts({ name, namespace, cluster, milvus }: Environment): Fact[] {
  return [
    ["namespace", namespace],
    ["cluster", clusterKey(cluster)],
    ["argocd.application", `milvus-${name}`],
    ["argocd.project", `milvus-${name}`],
    ["milvus.version", milvus.version],
    ["milvus.family", milvus.family],
    ["milvus.coordinators", milvus.coordinators],
    ["milvus.dataKeys", dataKeys(milvus)],
  ];
}
