import { defined } from "../../../kubernetes/defined.ts";
import { metadata } from "../../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import type { Exposure } from "../../../model/environment.ts";
import { milvusIdentity } from "../../../model/identities.ts";
import { MILVUS_API } from "../../../model/ports.ts";
import { WAVE } from "../../../model/waves.ts";

type Gateway = Extract<Exposure, { type: "Gateway" }>;

const PROXY = milvusIdentity("proxy");

/**
 * The route from a listener of somebody's Gateway to the proxies: by gRPC, or by the name in the TLS handshake. Groups, kinds and the weight are defaults of its CRD, written out
 * because the API server adds them inside lists, where Argo CD would see drift without end.
 */
export function proxyRoute({ gateway, host, annotations }: Gateway, kind: "GRPCRoute" | "TLSRoute"): KubernetesObject {
  const parent = defined({ group: "gateway.networking.k8s.io", kind: "Gateway", ...gateway });
  const backend = { group: "", kind: "Service", name: PROXY.name, port: MILVUS_API.port, weight: 1 };
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind,
    metadata: metadata(PROXY, PROXY.name, WAVE.exposure, { annotations }),
    spec: { parentRefs: [parent], hostnames: [host], rules: [{ backendRefs: [backend] }] },
  };
}
