import { hostname } from "node:os";
import { kubectl } from "../../support/kubectl.ts";
import { findObject, type LiveObject, listObjects } from "../../support/live-object.ts";

/** Marks what a run has made, so that a later one may delete it. */
export const MARK = "gitops.milvus.dev/test";
const MADE_BY = "gitops.milvus.dev/test-run";
const RUN = `${hostname()}/${process.pid}`;

/** Makes a namespace that carries the mark; one that exists already is an error. */
export async function claimNamespace(object: LiveObject): Promise<void> {
  const { labels, annotations } = object.metadata;
  const metadata = {
    ...object.metadata,
    labels: { ...labels, [MARK]: "servers" },
    annotations: { ...annotations, [MADE_BY]: RUN },
  };
  await kubectl(["create", "-f", "-"], JSON.stringify({ ...object, metadata }));
}

/** Why a run must not begin: a namespace of somebody else, or of a run that is still going on. */
export async function namespacesInTheWay(names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => findObject("namespace", "", name)));
  return found.flatMap((namespace) => (namespace === undefined ? [] : objections(namespace)));
}

/** The namespaces of the mark, of this run and of those before it. */
export async function markedNamespaces(): Promise<string[]> {
  return (await listObjects("namespaces", "-l", MARK)).map(({ metadata }) => metadata.name);
}

function objections({ metadata: { name, labels = {}, annotations = {} } }: LiveObject): string[] {
  if (labels[MARK] === undefined) {
    return [`The namespace ${name} exists and no run of these proofs made it. They would destroy it: use another cluster.`];
  }
  const [host, pid] = (annotations[MADE_BY] ?? "").split("/");
  const goesOn = host === hostname() && isRunning(Number(pid));
  return goesOn ? [`Another run, process ${pid} of this machine, is using the namespace ${name}.`] : [];
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
