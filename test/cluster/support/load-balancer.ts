import { eventually } from "../../support/eventually.ts";
import { kubectl } from "../../support/kubectl.ts";
import { findObject, type LiveObject } from "../../support/live-object.ts";

interface Service extends LiveObject<unknown, { readonly loadBalancer?: { readonly ingress?: readonly object[] } }> {}

const ADDRESS = { status: { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } } };

/** Plays the cloud for a Service that asks for a balancer: without an address it would never be healthy. */
export async function giveAddress(namespace: string, name: string, seconds: number): Promise<void> {
  const service = await eventually(`the Service ${namespace}/${name}`, seconds, async () => {
    const found = await findObject<Service>("service", namespace, name);
    return found === undefined ? { missing: "It has not been created." } : { found };
  });
  if (service.status?.loadBalancer?.ingress !== undefined) return;
  const patch = ["--subresource=status", "--type=merge", "--patch", JSON.stringify(ADDRESS)];
  await kubectl(["patch", "service", name, "-n", namespace, ...patch]);
}
