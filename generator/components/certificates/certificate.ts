import { defined } from "../../kubernetes/defined.ts";
import { metadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { NeededCertificate } from "../../model/certificates.ts";
import type { Issuer, Tls } from "../../model/environment.ts";
import { WAVE } from "../../model/waves.ts";
import { issuerRef, LIFE_OF_KEY } from "./issuer-ref.ts";

/**
 * One certificate, in the Secret of its own name. It is good for servers and clients alike: members and servers call each other
 * with what they show to others.
 */
export function certificate(
  tls: Tls,
  issuer: Issuer,
  { secretName, identity, names, key, commonName }: NeededCertificate,
): KubernetesObject {
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: metadata(identity, secretName, WAVE.certificates),
    spec: defined({
      secretName,
      commonName,
      duration: tls.duration,
      renewBefore: tls.renewBefore,
      dnsNames: names.filter((name) => !isAddress(name)),
      ipAddresses: names.filter(isAddress),
      usages: ["digital signature", "key encipherment", "server auth", "client auth"],
      privateKey: { ...LIFE_OF_KEY.renewed, ...KEYS[key] },
      issuerRef: issuerRef(issuer),
    }),
  };
}

/** The encoding is said where it is not the default, which is PKCS #1 for RSA and SEC 1 for ECDSA (cert-manager docs, Certificate). */
const KEYS = { ECDSA: { algorithm: "ECDSA", size: 256 }, RSA: { algorithm: "RSA", size: 2048, encoding: "PKCS8" } } as const;

/** What the schema of host names takes and is none. */
function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name);
}
