import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import type { Environment } from "../../../model/environment.ts";
import { OWN } from "../certificates.ts";

/**
 * Whom Go trusts beside the authorities in the image's folders (Go `crypto/x509`, root_unix.go). For object storage Milvus sets it
 * itself where `minio.ssl.tlsCACert` is said, but perhaps after something else has had Go read it, which it does once. For Pulsar it
 * is the only way: Milvus names no authority to that client, which verifies nevertheless, names too (milvus
 * `pkg/mq/msgstream/mq_factory.go`, `pkg/streaming/walimpls/impls/pulsar/builder.go`; pulsar-client-go `internal/connection.go`).
 * One file is enough, because one authority signs all.
 */
export function authorities({ tls }: Environment): EnvVar[] {
  return tls.objectStorage || tls.pulsar ? [envValue("SSL_CERT_FILE", OWN.paths.authority)] : [];
}
