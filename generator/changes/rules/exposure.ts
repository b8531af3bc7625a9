import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readMaps, readText, readTexts } from "../value.ts";
import { isWithin } from "./address-ranges.ts";
import { differs, onChange, onResult, type Rule, when } from "./rule.ts";

const WIDTH: readonly string[] = ["ClusterIP", "NodePort", "LoadBalancer"];

/** More can reach the Service than until now: every node's network, or the world. */
export const exposureWidened: Rule = onResult((after, before) => {
  if (after.kind !== "Service") return [];
  const [old, now] = [serviceType(before), serviceType(after)];
  return when(WIDTH.indexOf(now) > WIDTH.indexOf(old), "high", `It is reachable from outside the cluster as ${now}.`);
});

function serviceType(service: KubernetesObject | undefined): string {
  return readText(service, "spec", "type") ?? "ClusterIP";
}

/** A load balancer without ranges lets everybody in. */
export const sourceRangesWidened: Rule = onChange(({ before, after }) => {
  if (serviceType(before) !== "LoadBalancer" || serviceType(after) !== "LoadBalancer") return [];
  const [old = [], now = []] = [before, after].map((service) => readTexts(service, "spec", "loadBalancerSourceRanges"));
  if (old.length === 0) return [];
  if (now.length === 0) return when(true, "high", "Its load balancer lets in every network, because no source range is left.");
  const come = now.filter((range) => !isWithin(range, old));
  return when(come.length > 0, "high", `Its load balancer lets in ${come.join(", ")} besides.`);
});

/** Which nodes answer, and whose address pods see: policies and ranges go by it. */
export const trafficPolicyChanged: Rule = onChange(({ before, after }) => {
  const [old, now] = [trafficPolicy(before), trafficPolicy(after)];
  if (old === undefined || now === undefined || old === now) return [];
  return when(
    true,
    "medium",
    now === "Local" ? "Only nodes that run one of its pods answer." : "Its pods see nodes in place of clients.",
  );
});

/** Undefined where nobody outside comes to its nodes. */
function trafficPolicy(service: KubernetesObject | undefined): string | undefined {
  if (service?.kind !== "Service" || serviceType(service) === "ClusterIP") return undefined;
  return readText(service, "spec", "externalTrafficPolicy") ?? "Cluster";
}

const ENTRANCES: ReadonlySet<string> = new Set(["GRPCRoute", "Gateway", "HTTPRoute", "Ingress", "TCPRoute", "TLSRoute"]);

/** Clients find a way in that was not there. */
export const entranceAdded: Rule = onResult((after, before) =>
  when(before === undefined && ENTRANCES.has(after.kind), "medium", "It is a new way in from outside the cluster."),
);

/** What goes over the wire can be read. */
export const tlsRemoved: Rule = onChange(({ before, after }) => {
  const [old = 0, now = 0] = [before, after].map(
    (object) =>
      readMaps(object, "spec", "tls").length +
      readMaps(object, "spec", "listeners").filter(({ tls }) => tls !== undefined).length,
  );
  return when(ENTRANCES.has(after.kind) && now < old, "high", "It no longer encrypts what it did.");
});

/** Clients come by another name. */
export const entranceChanged: Rule = onChange((pair) =>
  when(
    ENTRANCES.has(pair.after.kind) && ["spec.rules", "spec.hostnames", "spec.parentRefs"].some((path) => differs(pair, path)),
    "medium",
    "Clients reach Milvus by another host, path or gateway.",
  ),
);

/** Traffic goes to other pods, or to none. */
export const serviceSelectorChanged: Rule = onChange((pair) =>
  when(pair.after.kind === "Service" && differs(pair, "spec.selector"), "high", "It sends its traffic to other pods."),
);

/** Clients that use the old port find nothing. */
export const servicePortsChanged: Rule = onChange((pair) =>
  when(pair.after.kind === "Service" && differs(pair, "spec.ports"), "medium", "Clients reach it on other ports."),
);
