import { eventually } from "../../support/eventually.ts";
import { kubectl } from "../../support/kubectl.ts";
import { findObject, type LiveObject } from "../../support/live-object.ts";

interface Exposed extends LiveObject<unknown, { readonly loadBalancer?: { readonly ingress?: readonly object[] } }> {}

const ADDRESS = { status: { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } } };

/**
 * Plays the cloud for a Service that asks for a balancer, and the controller of an Ingress: without an address they would never be
 * healthy.
 */
export async function giveAddress(
  kind: "service" | "ingress",
  namespace: string,
  name: string,
  seconds: number,
): Promise<void> {
  const exposed = await eventually(`the ${kind} ${namespace}/${name}`, seconds, async () => {
    const found = await findObject<Exposed>(kind, namespace, name);
    return found === undefined ? { missing: "It has not been created." } : { found };
  });
  if (exposed.status?.loadBalancer?.ingress !== undefined) return;
  const patch = ["--subresource=status", "--type=merge", "--patch", JSON.stringify(ADDRESS)];
  await kubectl(["patch", kind, name, "-n", namespace, ...patch]);
}
