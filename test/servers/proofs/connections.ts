import { expect, it } from "vitest";
import type { JsonMap } from "../../../generator/kustomize/json.ts";
import { tryKubectl } from "../../support/kubectl.ts";
import type { NamedEndpoint } from "../../support/network-endpoints.ts";
import { isAllowed } from "../../support/network-policies.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { type Pod, podsOf } from "../support/pods.ts";
import { readSockets, type Sockets } from "../support/sockets.ts";

interface Seen {
  readonly from: Pod;
  readonly to: Pod;
  readonly port: number;
}

/**
 * Whether or not something enforces policies here: each connection that the servers really have with each other must be one that the
 * policies let through, or they would break what runs.
 */
export function itConnectsAsItsPoliciesSay(environment: () => TestEnvironment): void {
  it("opens no connection between its pods that its own policies would refuse", async ({ task }) => {
    const { namespace, objects } = environment();
    const policies = objects.filter(({ kind }) => kind === "NetworkPolicy") as unknown as JsonMap[];
    const pods = await podsOf(namespace);
    const tables = await Promise.all(pods.map(async (pod) => ({ pod, sockets: await socketsOf(pod) })));
    const seen = tables.flatMap(({ pod, sockets }) => connectionsOf(pod, sockets, pods));
    const edges = new Set(seen.map(describeEdge));

    task.meta.figure = `${policies.length} policies, ${seen.length} connections of ${edges.size} kinds`;
    const refused = seen.filter(
      ({ from, to, port }) => !isAllowed(policies, { from: endpoint(from), to: endpoint(to), port, protocol: "TCP" }),
    );
    expect([...new Set(refused.map(describeEdge))]).toEqual([]);
    // Each role to etcd and to MinIO, and more beside.
    expect(edges.size).toBeGreaterThan(20);
  });
}

/** Of a pod whose image has no `cat` nothing is seen but what its peers see. */
async function socketsOf({ metadata }: Pod): Promise<Sockets> {
  const command = ["cat", "/proc/net/tcp", "/proc/net/tcp6"];
  const { stdout } = await tryKubectl(["exec", "-n", metadata.namespace ?? "", metadata.name, "--", ...command]);
  return readSockets(stdout);
}

/** A caller that went by a Service's address is seen where it arrived. */
function connectionsOf(pod: Pod, { listening, connected }: Sockets, pods: readonly Pod[]): Seen[] {
  return connected.flatMap(({ localPort, remoteAddress, remotePort }) => {
    const peer = pods.find(({ status }) => status?.podIP === remoteAddress);
    if (peer === undefined || peer === pod) return [];
    return [listening.has(localPort) ? { from: peer, to: pod, port: localPort } : { from: pod, to: peer, port: remotePort }];
  });
}

function endpoint({ metadata, spec }: Pod): NamedEndpoint {
  const ports = (spec?.containers ?? []).flatMap((container) => container.ports ?? []);
  return {
    type: "pod",
    name: metadata.name,
    namespace: metadata.namespace ?? "",
    labels: metadata.labels ?? {},
    ports: Object.fromEntries(ports.flatMap(({ name, containerPort }) => (name === undefined ? [] : [[name, containerPort]]))),
  };
}

function describeEdge({ from, to, port }: Seen): string {
  return `${roleOf(from)} to ${roleOf(to)}:${port}`;
}

function roleOf({ metadata: { labels = {} } }: Pod): string {
  return [labels["app.kubernetes.io/name"], labels["app.kubernetes.io/component"]].join("-");
}
