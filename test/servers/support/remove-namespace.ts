import { execFileSync } from "node:child_process";
import { eventually } from "../../support/eventually.ts";
import { findObject, type LiveObject, listObjects } from "../../support/live-object.ts";
import { MARK } from "./claim-namespace.ts";

type Volume = LiveObject<{ readonly claimRef?: { readonly namespace: string } }>;

/** Deletes a namespace of ours and the volumes of its claims, and waits until both are gone. */
export async function removeNamespace(name: string): Promise<void> {
  const volumes = startRemoval(name);
  await eventually(`the end of ${name} and its volumes`, 300, async () => {
    const namespace = await findObject("namespace", "", name);
    const left = (await listObjects("persistentvolumes")).map(({ metadata }) => metadata.name);
    const missing = [...(namespace === undefined ? [] : [name]), ...volumes.filter((volume) => left.includes(volume))];
    return missing.length === 0 ? { found: true } : { missing: `${missing.join(", ")} are still there.` };
  });
}

/** The same without waiting, for the end of a process. */
export function startRemovals(): void {
  for (const { metadata } of list("namespaces", "-l", MARK)) startRemoval(metadata.name);
}

/** Does what needs no waiting, and gives the names of the volumes that will go. Synchronous, as the handler of a signal must be. */
function startRemoval(name: string): string[] {
  const volumes = list<Volume>("persistentvolumes");
  const bound = volumes.filter(({ spec }) => spec?.claimRef?.namespace === name).map(({ metadata }) => metadata.name);
  // A class may retain its volumes; those of a test go with their claims.
  const reclaim = JSON.stringify({ spec: { persistentVolumeReclaimPolicy: "Delete" } });
  for (const volume of bound) kubectlNow("patch", "persistentvolume", volume, "--patch", reclaim);
  kubectlNow("delete", "namespace", name, "--ignore-not-found", "--wait=false");
  // Milvus' workers have half an hour to stop. In a namespace that ends, nothing comes back for a pod that is ended at once.
  kubectlNow("delete", "pods", "--all", "-n", name, "--grace-period=1", "--wait=false");
  return bound;
}

function list<T extends LiveObject>(...args: readonly string[]): T[] {
  return (JSON.parse(kubectlNow("get", ...args, "-o", "json")) as { readonly items: T[] }).items;
}

function kubectlNow(...args: readonly string[]): string {
  return execFileSync("kubectl", args, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "pipe"] });
}
