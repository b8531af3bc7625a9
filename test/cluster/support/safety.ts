import { hostname } from "node:os";
import { listObjects } from "../../support/live-object.ts";
import { ARGOCD } from "./argocd.ts";
import { cleanUp } from "./clean-up.ts";
import { findRecord, type Record } from "./record.ts";

/** Cleans up after a run that was interrupted, or says why the cluster belongs to somebody else. */
export async function refuseOrCleanUp(namespaces: readonly string[]): Promise<string[]> {
  const record = await findRecord();
  if (record !== undefined && isRunning(record))
    return [`Another run, process ${record.pid} of this machine, is using the cluster.`];
  if (record !== undefined) await cleanUp(record);
  return strangers(namespaces);
}

function isRunning({ host, pid }: Record): boolean {
  if (host !== hostname()) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Objects with the names that the proofs use, which no run has recorded. */
async function strangers(namespaces: readonly string[]): Promise<string[]> {
  const argocd = await listObjects("applications.argoproj.io,appprojects.argoproj.io", "-n", ARGOCD);
  const taken = argocd.filter(({ metadata }) => metadata.name.startsWith("milvus-"));
  const present = (await listObjects("namespaces")).filter(({ metadata }) => namespaces.includes(metadata.name));
  return [...taken, ...present].map(
    ({ kind, metadata }) =>
      `${kind} ${metadata.name} exists and no run of these proofs made it. They would destroy it: use another cluster.`,
  );
}
