import { findKustomize } from "../../../generator/system/kustomize-binary.ts";
import { tryKubectl } from "../../support/kubectl.ts";
import { markedNamespaces, namespacesInTheWay } from "./claim-namespace.ts";
import { removeNamespace, startRemovals } from "./remove-namespace.ts";
import { namespaceOf, scenarios } from "./scenarios.ts";

const REFUSED = 2;
/** 128 and the number of SIGINT, as shells have it. */
const INTERRUPTED = 130;

/** Refuses a cluster that is not there or in use, and removes what an interrupted run has left; gives what cleans up at the end. */
export async function setup(): Promise<() => Promise<void>> {
  refuse(await missingPrerequisites(process.env));
  refuse(await namespacesInTheWay(await ours()));
  await removeMarked();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, removeAndEnd);
  return removeMarked;
}

/** The namespaces of all scenarios, and those with the mark whose scenario has gone. */
async function ours(): Promise<string[]> {
  return [...new Set([...scenarios().map(namespaceOf), ...(await markedNamespaces())])];
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  process.stderr.write(`${problems.join("\n")}\nNo proof was run.\n`);
  process.exit(REFUSED);
}

async function missingPrerequisites(env: NodeJS.ProcessEnv): Promise<string[]> {
  if ((env.KUBECONFIG ?? "") === "")
    return ["KUBECONFIG is not set. It names the cluster that the proofs run on, a disposable one."];
  return (await noCluster()) ?? (await noKustomize(env)) ?? [];
}

async function noCluster(): Promise<string[] | undefined> {
  try {
    const { code, stderr } = await tryKubectl(["version", "--request-timeout=10s"]);
    return code === 0 ? undefined : [`The cluster that KUBECONFIG names does not answer: ${stderr.trim()}`];
  } catch {
    return ["kubectl is not on PATH, or does not start."];
  }
}

async function noKustomize(env: NodeJS.ProcessEnv): Promise<string[] | undefined> {
  try {
    await findKustomize(env);
    return undefined;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function removeMarked(): Promise<void> {
  for (const namespace of await markedNamespaces()) await removeNamespace(namespace);
}

/** Who interrupts a run does not want to wait: the cluster goes on removing by itself. */
function removeAndEnd(): void {
  startRemovals();
  process.exit(INTERRUPTED);
}
