import type { Identity } from "../model/identities.ts";
import { headlessName } from "../model/identities.ts";
import { selectorLabels } from "../model/labels.ts";
import type { Port } from "../model/ports.ts";
import { metadata } from "./metadata.ts";
import type { KubernetesObject } from "./resource.ts";

/** A ClusterIP Service in front of every ready pod of the workload, under the workload's own name. */
export function clientService(identity: Identity, ports: readonly Port[], wave: number): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadata(identity, identity.name, wave),
    spec: { type: "ClusterIP", selector: selectorLabels(identity), ports: ports.map(servicePort) },
  };
}

/** The Service that names the pods of a StatefulSet before they are ready, so that members can find each other. */
export function headlessService(identity: Identity, ports: readonly Port[], wave: number): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadata(identity, headlessName(identity), wave),
    spec: {
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: selectorLabels(identity),
      ports: ports.map(servicePort),
    },
  };
}

/** The container side of the same ports. */
export function containerPorts(ports: readonly Port[]) {
  return ports.map(({ name, port }) => ({ name, containerPort: port, protocol: "TCP" as const }));
}

export function servicePort({ name, port }: Port) {
  return { name, port, targetPort: name, protocol: "TCP" as const };
}
