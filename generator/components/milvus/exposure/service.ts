import { defined } from "../../../kubernetes/defined.ts";
import { metadata } from "../../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import { servicePort } from "../../../kubernetes/service.ts";
import type { Exposure, Tls } from "../../../model/environment.ts";
import { milvusIdentity } from "../../../model/identities.ts";
import { selectorLabels } from "../../../model/labels.ts";
import { MILVUS_API, MILVUS_REST } from "../../../model/ports.ts";
import { WAVE } from "../../../model/waves.ts";

const PROXY = milvusIdentity("proxy");

/**
 * The address of Milvus. Its only port is the API, or two where that is encrypted: 9091 answers management calls of anybody who reaches it. It comes last whatever
 * its type, so that a change of type moves no wave, and clients find an address only when a proxy stands behind it.
 */
export function proxyService(exposure: Exposure, tls: Tls): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadata(PROXY, PROXY.name, WAVE.exposure, { annotations: annotations(exposure) }),
    spec: defined({
      type: serviceType(exposure),
      ...balancer(exposure),
      ...trafficPolicy(exposure),
      selector: selectorLabels(PROXY),
      ports: [port(exposure, tls), ...(tls.milvus === "off" ? [] : [servicePort(MILVUS_REST)])],
    }),
  };
}

function serviceType({ type }: Exposure) {
  return type === "NodePort" || type === "LoadBalancer" ? type : "ClusterIP";
}

/** The user's annotations go on what exposes; Traefik alone reads the protocol behind an Ingress from the Service. */
function annotations(exposure: Exposure): Readonly<Record<string, string>> {
  if (exposure.type === "Gateway") return {};
  if (exposure.type !== "Ingress") return exposure.annotations;
  return exposure.controller === "traefik" ? { "traefik.ingress.kubernetes.io/service.serversscheme": "h2c" } : {};
}

function balancer(exposure: Exposure) {
  if (exposure.type !== "LoadBalancer") return {};
  return { loadBalancerClass: exposure.loadBalancerClass, loadBalancerSourceRanges: [...exposure.sourceRanges] };
}

/** Unless it is said it stays `Cluster`: Milvus asks for no client address, and a node without a proxy still answers. */
function trafficPolicy(exposure: Exposure) {
  const isLocal = "externalTrafficPolicy" in exposure && exposure.externalTrafficPolicy === "Local";
  return isLocal ? { externalTrafficPolicy: "Local" } : {};
}

/** What ends TLS in front must be told that Milvus speaks HTTP/2 without it. */
function port(exposure: Exposure, tls: Tls) {
  const api = servicePort(MILVUS_API);
  if (exposure.type === "NodePort") return { ...api, nodePort: exposure.nodePort };
  return exposure.type === "Gateway" && tls.milvus === "off" ? { ...api, appProtocol: "kubernetes.io/h2c" } : api;
}
