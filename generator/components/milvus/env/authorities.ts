import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import type { Environment } from "../../../model/environment.ts";
import { OWN } from "../certificates.ts";

/**
 * Whom Go trusts beside the authorities in the image's folders (Go `crypto/x509`, root_unix.go). Milvus sets it itself where
 * `minio.ssl.tlsCACert` is said, but perhaps after something else has had Go read it, which it does once.
 */
export function authorities({ tls }: Environment): EnvVar[] {
  return tls.objectStorage ? [envValue("SSL_CERT_FILE", OWN.paths.authority)] : [];
}
