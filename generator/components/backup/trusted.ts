import { type EnvVar, envValue } from "../../kubernetes/env.ts";
import type { Trust } from "../../kubernetes/trust.ts";

/** The volumes of a pod whose containers trust these, each once. */
export function trustedVolumes(...trusts: readonly (Trust | undefined)[]) {
  const volumes = trusts.flatMap((trust) => (trust === undefined ? [] : [trust.volume]));
  return volumes.filter(({ name }, index) => volumes.findIndex((other) => other.name === name) === index);
}

/** The mounts of a container that trusts these, each once. */
export function trustedMounts(...trusts: readonly (Trust | undefined)[]) {
  const mounts = trusts.flatMap((trust) => (trust === undefined ? [] : [trust.mount]));
  return mounts.filter(({ name }, index) => mounts.findIndex((other) => other.name === name) === index);
}

/**
 * Whom Go trusts beside the authorities in the image's folders, which it reads in any case (Go `crypto/x509`, root_unix.go). MinIO's
 * libraries, and so `mc` and milvus-backup, begin with those.
 */
export function authorities(trust: Trust | undefined): EnvVar[] {
  return trust === undefined ? [] : [envValue("SSL_CERT_FILE", trust.authority)];
}
