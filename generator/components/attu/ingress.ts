import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { AttuIngress } from "../../model/environment.ts";
import { ATTU } from "../../model/identities.ts";
import { ATTU_HTTP } from "../../model/ports.ts";
import { WAVE } from "../../model/waves.ts";

/** What makes each controller speak only TLS to people; WebSockets pass both as they are. */
const CONTROLLER_ANNOTATIONS: Readonly<Record<AttuIngress["controller"], Readonly<Record<string, string>>>> = {
  nginx: {
    // What Attu itself takes at most; nginx' own 1m refuses most files that people import.
    "nginx.ingress.kubernetes.io/proxy-body-size": "256m",
    "nginx.ingress.kubernetes.io/ssl-redirect": "true",
  },
  traefik: {
    "traefik.ingress.kubernetes.io/router.entrypoints": "websecure",
    "traefik.ingress.kubernetes.io/router.tls": "true",
  },
};

/** One host, all of it the console's, because its pages expect to be at the root. */
export function attuIngress({ controller, className, host, tlsSecretName, annotations }: AttuIngress): KubernetesObject {
  const backend = { service: { name: ATTU.name, port: { name: ATTU_HTTP.name } } };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: metadata(ATTU, ATTU.name, WAVE.exposure, {
      annotations: { ...CONTROLLER_ANNOTATIONS[controller], ...annotations },
    }),
    spec: {
      ingressClassName: className,
      tls: [{ hosts: [host], secretName: tlsSecretName }],
      rules: [{ host, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
    },
  };
}
