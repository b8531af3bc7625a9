import type { Resource } from "../../kubernetes/resource.ts";
import { neededCertificates } from "../../model/certificates.ts";
import type { Environment } from "../../model/environment.ts";
import type { Component } from "../component.ts";
import { authority, OWN_ISSUER } from "./authority.ts";
import { certificate } from "./certificate.ts";

/** What cert-manager is asked for. Only requests are in Git: it makes the keys in the cluster, and they never leave it. */
export const certificates: Component = {
  name: "certificates",
  isShared: false,
  version: () => undefined,
  units: (environment) => {
    const resources = requests(environment);
    return resources.length === 0 ? [] : [{ path: "certificates", resources }];
  },
};

function requests(environment: Environment): Resource[] {
  const { tls, namespace } = environment;
  const needed = neededCertificates(environment);
  if (tls.certificates === "existing" || needed.length === 0) return [];
  const issuer = tls.issuer ?? OWN_ISSUER;
  return [
    ...(tls.issuer === undefined ? authority(namespace) : []),
    ...needed.map((one) => ({ file: `certificate-${one.secretName}`, object: certificate(tls, issuer, one) })),
  ];
}
