import { kubectl } from "../../support/kubectl.ts";
import { type LiveObject, listObjects } from "../../support/live-object.ts";

interface Node extends LiveObject<unknown, { readonly capacity?: Readonly<Record<string, string>> }> {}

const DEVICE = "nvidia.com/gpu";
const A_NODE = "8";

/** The nodes that offer no GPU. */
export async function nodesWithoutDevices(): Promise<string[]> {
  const nodes = await listObjects<Node>("nodes");
  return nodes.filter(({ status }) => status?.capacity?.[DEVICE] === undefined).map(({ metadata }) => metadata.name);
}

/** Plays the device plugin. */
export function giveDevices(nodes: readonly string[]): Promise<void> {
  return offer(nodes, A_NODE);
}

export function takeDevices(nodes: readonly string[]): Promise<void> {
  return offer(nodes, null);
}

async function offer(nodes: readonly string[], count: string | null): Promise<void> {
  const patch = JSON.stringify({ status: { capacity: { [DEVICE]: count }, allocatable: { [DEVICE]: count } } });
  if (nodes.length > 0) await kubectl(["patch", "nodes", ...nodes, "--subresource=status", "--type=merge", "--patch", patch]);
}
