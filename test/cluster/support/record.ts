import { kubectl } from "../../support/kubectl.ts";
import { findObject, type LiveObject } from "../../support/live-object.ts";
import { ARGOCD } from "./argocd.ts";

/** All that a run makes outside the namespaces of its environments, and these. */
export interface Record {
  readonly applications: readonly string[];
  readonly namespaces: readonly string[];
  /** Of the cluster's own objects, such as `storageclass/ssd`. */
  readonly classes: readonly string[];
  /** The nodes that offer GPUs only for this run. */
  readonly nodesWithDevices: readonly string[];
  /** The Secret that tells Argo CD of the Git server. */
  readonly repositorySecret: string;
  /** Where the run has its files. */
  readonly folder: string;
  readonly host: string;
  readonly pid: number;
}

interface ConfigMap extends LiveObject {
  readonly data: { readonly record: string };
}

const NAME = "milvus-gitops-cluster-test";

/** Notes in the cluster what a run is going to make, before it makes it, so that the next run can clean up after it. */
export async function writeRecord(record: Record): Promise<void> {
  const data = { record: JSON.stringify(record, null, 2) };
  const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: NAME, namespace: ARGOCD }, data };
  await kubectl(["create", "-f", "-"], JSON.stringify(object));
}

export async function findRecord(): Promise<Record | undefined> {
  const object = await findObject<ConfigMap>("configmap", ARGOCD, NAME);
  return object === undefined ? undefined : (JSON.parse(object.data.record) as Record);
}

export async function deleteRecord(): Promise<void> {
  await kubectl(["delete", "configmap", NAME, "-n", ARGOCD, "--ignore-not-found"]);
}
