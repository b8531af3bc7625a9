import { KEEP, metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject, Resource } from "../../kubernetes/resource.ts";
import type { Issuer } from "../../model/environment.ts";
import { CERTIFICATES } from "../../model/identities.ts";
import { WAVE } from "../../model/waves.ts";
import { issuerRef, LIFE_OF_KEY } from "./issuer-ref.ts";

/** Signs its own certificate, and so needs nothing. */
const SELF_SIGNED: Issuer = { kind: "Issuer", name: "milvus-self-signed" };

/** The authority of the namespace, which signs all certificates in it. */
export const OWN_ISSUER: Issuer = { kind: "Issuer", name: "milvus-ca" };

/** The Secret with the authority's key. */
const SECRET = "milvus-ca";

/**
 * An authority of the namespace's own: an issuer that signs itself, the certificate that it signs, and the issuer that uses it
 * (cert-manager docs, "Bootstrapping CA Issuers"). An issuer without its Secret is Degraded, so the Secret has a wave to come.
 */
export function authority(namespace: string): Resource[] {
  return [
    { file: "issuer-self-signed", object: issuer(SELF_SIGNED.name, WAVE.authority, { selfSigned: {} }) },
    { file: "certificate-ca", object: authorityCertificate(namespace) },
    { file: "issuer-ca", object: issuer(OWN_ISSUER.name, WAVE.certificates, { ca: { secretName: SECRET } }) },
  ];
}

function issuer(name: string, wave: number, spec: object): KubernetesObject {
  return { apiVersion: "cert-manager.io/v1", kind: "Issuer", metadata: metadata(CERTIFICATES, name, wave), spec };
}

/**
 * Ten years, and the same key when it is renewed, so that certificates of before stay good. Guarded: who trusted the authority
 * would trust no new one.
 */
function authorityCertificate(namespace: string): KubernetesObject {
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: metadata(CERTIFICATES, SECRET, WAVE.authority, { annotations: KEEP }),
    spec: {
      secretName: SECRET,
      isCA: true,
      commonName: namespace,
      duration: "87600h",
      renewBefore: "8760h",
      privateKey: { ...LIFE_OF_KEY.kept, algorithm: "ECDSA", size: 256 },
      issuerRef: issuerRef(SELF_SIGNED),
    },
  };
}
