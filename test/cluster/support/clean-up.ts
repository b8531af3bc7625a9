import { rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { basename, dirname } from "node:path";
import { kubectl } from "../../support/kubectl.ts";
import { type LiveObject, listObjects } from "../../support/live-object.ts";
import { ARGOCD } from "./argocd.ts";
import { takeDevices } from "./devices.ts";
import { ROOT_APPLICATION } from "./environments.ts";
import { deleteRecord, type Record } from "./record.ts";

export const FOLDER_PREFIX = "milvus-gitops-cluster-";
const GONE = ["--ignore-not-found", "--wait=true", "--timeout=240s"];

interface Volume extends LiveObject<{ readonly claimRef?: { readonly namespace: string } }> {}

/** Deletes what a record names, and last the record. It may be run again where it was interrupted. */
export async function cleanUp(record: Record): Promise<void> {
  const argocd = ["-n", ARGOCD, ...GONE];
  // The root first: it would bring the others back.
  await kubectl(["delete", "application.argoproj.io", ROOT_APPLICATION, ...argocd]);
  await kubectl(["delete", "application.argoproj.io", ...record.applications, ...argocd]);
  await kubectl(["delete", "appproject.argoproj.io", ...record.applications, ...argocd]);
  await kubectl(["delete", "secret", record.repositorySecret, ...argocd]);
  await deleteNamespaces(record.namespaces);
  await deleteVolumes(record.namespaces);
  if (record.classes.length > 0) await kubectl(["delete", ...record.classes, ...GONE]);
  await takeDevices(record.nodesWithDevices);
  deleteFolder(record);
  await deleteRecord();
}

/** Deletes namespaces and what is in them, and waits until they are gone. */
export async function deleteNamespaces(names: readonly string[]): Promise<void> {
  if (names.length > 0) await kubectl(["delete", "namespace", ...names, ...GONE]);
}

/** A class that retains its volumes leaves them behind. */
async function deleteVolumes(namespaces: readonly string[]): Promise<void> {
  const volumes = await listObjects<Volume>("persistentvolumes");
  const ours = volumes.filter(({ spec }) => namespaces.includes(spec?.claimRef?.namespace ?? ""));
  if (ours.length > 0) await kubectl(["delete", "persistentvolume", ...ours.map(({ metadata }) => metadata.name), ...GONE]);
}

/** The name comes from the cluster, so only a folder that looks like one of ours is deleted. */
function deleteFolder({ folder, host }: Record): void {
  const isOurs = host === hostname() && dirname(folder) === tmpdir() && basename(folder).startsWith(FOLDER_PREFIX);
  if (isOurs) rmSync(folder, { recursive: true, force: true });
}
