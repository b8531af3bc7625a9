import { metadata } from "../../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import type { Exposure } from "../../../model/environment.ts";
import { milvusIdentity } from "../../../model/identities.ts";
import { MILVUS_API } from "../../../model/ports.ts";
import { WAVE } from "../../../model/waves.ts";

type Ingress = Extract<Exposure, { type: "Ingress" }>;

const PROXY = milvusIdentity("proxy");

/** What makes each controller speak gRPC to Milvus, and only TLS to clients; gRPC needs HTTP/2, which clients take over TLS alone. */
const CONTROLLER_ANNOTATIONS: Readonly<Record<Ingress["controller"], Readonly<Record<string, string>>>> = {
  nginx: {
    "nginx.ingress.kubernetes.io/backend-protocol": "GRPC",
    // What a proxy itself receives at most; nginx' own 1m refuses most inserts.
    "nginx.ingress.kubernetes.io/proxy-body-size": "64m",
    "nginx.ingress.kubernetes.io/ssl-redirect": "true",
  },
  traefik: {
    "traefik.ingress.kubernetes.io/router.entrypoints": "websecure",
    "traefik.ingress.kubernetes.io/router.tls": "true",
  },
};

/** One host, all of it Milvus', with TLS that ends here. */
export function proxyIngress(exposure: Ingress): KubernetesObject {
  const annotations = {
    ...CONTROLLER_ANNOTATIONS[exposure.controller],
    ...issuer(exposure),
    ...exposure.annotations,
  };
  const backend = { service: { name: PROXY.name, port: { name: MILVUS_API.name } } };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: metadata(PROXY, PROXY.name, WAVE.exposure, { annotations }),
    spec: {
      ingressClassName: exposure.className,
      tls: [{ hosts: [exposure.host], secretName: exposure.tlsSecretName }],
      rules: [{ host: exposure.host, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
    },
  };
}

/** cert-manager writes a certificate for the hosts into the Secret (cert-manager docs, usage/ingress). */
function issuer({ issuer }: Ingress): Readonly<Record<string, string>> {
  if (issuer === undefined) return {};
  return { [issuer.kind === "Issuer" ? "cert-manager.io/issuer" : "cert-manager.io/cluster-issuer"]: issuer.name };
}
