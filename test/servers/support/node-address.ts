import { type LiveObject, listObjects } from "../../support/live-object.ts";
import type { TestEnvironment } from "./environment.ts";

type Node = LiveObject<
  unknown,
  {
    readonly addresses: readonly { readonly type: string; readonly address: string }[];
    readonly conditions: readonly { readonly type: string; readonly status: string }[];
  }
>;

type Service = LiveObject<{ readonly ports: readonly { readonly name: string; readonly nodePort?: number }[] }>;

/** Where clients outside reach Milvus: the environment's port of a node that is Ready. */
export async function outsideAddress(environment: TestEnvironment): Promise<string> {
  return `${await nodeAddress(process.env)}:${nodePort(environment)}`;
}

/** Nodes in containers or behind a NAT have another address for this machine, which SERVERS_TEST_NODE_ADDRESS names. */
async function nodeAddress(env: NodeJS.ProcessEnv): Promise<string> {
  const { SERVERS_TEST_NODE_ADDRESS: named = "" } = env;
  if (named !== "") return named;
  const nodes = (await listObjects<Node>("nodes")).filter(isReady);
  const addresses = nodes.flatMap(({ status }) => status?.addresses ?? []);
  const internal = addresses.find(({ type }) => type === "InternalIP");
  if (internal === undefined) throw new Error("No node that is Ready has an InternalIP.");
  return internal.address;
}

function isReady({ status }: Node): boolean {
  return status?.conditions.some(({ type, status }) => type === "Ready" && status === "True") ?? false;
}

function nodePort({ name, objects }: TestEnvironment): number {
  const service = objects.find(({ kind, metadata }) => kind === "Service" && metadata.name === "milvus-proxy") as Service;
  const port = service.spec?.ports.find(({ name }) => name === "milvus")?.nodePort;
  if (port === undefined) throw new Error(`The environment ${name} has no NodePort.`);
  return port;
}
