import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { networkPolicies } from "../network-policy.ts";
import { calledAddresses, mountedMaps } from "../quorum/called-services.ts";
import { configTexts, podTexts } from "../references/texts.ts";
import type { PodOwner } from "../workload.ts";
import { letsOut } from "./reach.ts";

/** Which addresses a name has is not known here, so a way to some place outside, on the right port, is enough. */
export const networkPolicyLetsCallersOut: Invariant<EnvironmentTree> = {
  name: "network-policy-lets-callers-out",
  code: "E_NET",
  severity: "error",
  reason: "A connection that a policy denies is not refused: it waits until its time is up, and the program with it.",
  remedy: "Let the pods out to the port, by network.egress of the environment's file or by a NetworkPolicy in custom/.",
  find: inPods((caller, { objects }) => {
    const policies = networkPolicies(objects);
    return outsideAddresses(caller, objects)
      .filter(({ port }) => !letsOut(policies, caller, { port, protocol: "TCP" }))
      .map(({ host, port }) => `It calls ${host}:${port}, and no policy lets it out to that port.`);
  }),
};

export const networkPolicyLetsNamesResolve: Invariant<EnvironmentTree> = {
  name: "network-policy-lets-names-resolve",
  code: "E_NET",
  severity: "error",
  reason: "Without DNS a pod finds nobody, and its programs time out one by one.",
  remedy: "Let the pods out to port 53 of the cluster's DNS, by UDP and TCP.",
  find: inPods((caller, { objects }) => {
    const policies = networkPolicies(objects);
    const callsNames = calledAddresses(caller.object, objects).length > 0 || outsideAddresses(caller, objects).length > 0;
    if (!callsNames) return [];
    const denied = (["UDP", "TCP"] as const).filter((protocol) => !letsOut(policies, caller, { port: 53, protocol }));
    return denied.map((protocol) => `It calls others by name, and no policy lets it ask DNS by ${protocol}.`);
  }),
};

interface OutsideAddress {
  readonly host: string;
  readonly port: number;
}

/** A name with dots, which is neither a pod behind a headless Service nor a Service of the cluster. */
const OUTSIDE = /(?<![\w.$)-])((?:[a-z0-9-]+\.)+[a-z]{2,}):(\d{2,5})(?!\w)/g;
const INSIDE = /-headless$|\.svc(?:\.cluster\.local)?$/;

function outsideAddresses(caller: PodOwner, objects: readonly KubernetesObject[]): OutsideAddress[] {
  const texts = [...podTexts([caller.object]), ...configTexts(mountedMaps(caller.object, objects))];
  const found = texts.flatMap(({ text }) => [...text.matchAll(OUTSIDE)]);
  const addresses = found.map(([, host = "", port]) => ({ host, port: Number(port) })).filter(({ host }) => !INSIDE.test(host));
  return [...new Map(addresses.map((address) => [`${address.host}:${address.port}`, address])).values()];
}
