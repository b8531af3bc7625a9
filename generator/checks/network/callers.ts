import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { networkPolicies } from "../network-policy.ts";
import { calledAddresses } from "../quorum/called-services.ts";
import { type ServerPort, serversBehind } from "../references/services.ts";
import type { PodOwner } from "../workload.ts";
import { letsIn, letsOut } from "./reach.ts";

/** The Services that its variables, arguments and configuration name. */
export const networkPolicyLetsCallersIn: Invariant<EnvironmentTree> = {
  name: "network-policy-lets-callers-in",
  code: "E_NET",
  severity: "error",
  reason: "A connection that a policy denies is not refused: it waits until its time is up, and the program with it.",
  remedy: "Let the caller out and the server in, by a NetworkPolicy of each.",
  find: inPods((caller, { objects }) => {
    const policies = networkPolicies(objects);
    if (policies.length === 0) return [];
    const denied = calledPorts(caller, objects).flatMap((called) => faults(policies, caller, called));
    return [...new Set(denied)];
  }),
};

function calledPorts(caller: PodOwner, objects: readonly KubernetesObject[]): ServerPort[] {
  return calledAddresses(caller.object, objects).flatMap(({ service, port }) => serversBehind(service, port, objects));
}

/** A pod reaches itself whatever policies say; a peer of the same workload is another pod. */
function faults(policies: readonly KubernetesObject[], caller: PodOwner, { server, port }: ServerPort): string[] {
  const { kind, metadata } = server.object;
  const called = `port ${port} of ${kind} ${metadata.name}`;
  return [
    ...(letsOut(policies, caller, { pods: server, port }) ? [] : [`It calls ${called}, to which no policy lets it out.`]),
    ...(letsIn(policies, caller, server, port) ? [] : [`It calls ${called}, to which no policy lets it in.`]),
  ];
}
