import type { EnvVar } from "../../kubernetes/env.ts";
import type { Environment } from "../../model/environment.ts";
import { PULSAR_BINARY_TLS, PULSAR_HTTPS } from "../../model/ports.ts";
import { PATHS } from "./certificates.ts";
import { settings } from "./env.ts";

/**
 * What brokers and a standalone Pulsar show to those who call them, and how their own clients call others of them. Those ask the
 * admin API too, and by TLS alone as soon as they use it at all (pulsar-broker `PulsarService.getAdminClient`). The web server's
 * default provider is Conscrypt, a native library; Java's own is in every image. Certificates are read again after
 * `tlsCertRefreshCheckDurationSec`, 300 s (`broker.conf`, `standalone.conf` and `proxy.conf` of Pulsar 3.3).
 */
export function brokerTlsEnv({ tls }: Environment): EnvVar[] {
  if (!tls.pulsar) return [];
  return settings({
    brokerServicePortTls: PULSAR_BINARY_TLS.port,
    webServicePortTls: PULSAR_HTTPS.port,
    webServiceTlsProvider: "SunJSSE",
    brokerClientTlsEnabled: "true",
    ...FILES,
  });
}

/** What proxies show to clients, and how they call brokers. Their admin API stays plain: Milvus knows no other. */
export function proxyTlsEnv({ tls }: Environment): EnvVar[] {
  if (!tls.pulsar) return [];
  return settings({
    servicePortTls: PULSAR_BINARY_TLS.port,
    tlsEnabledWithBroker: "true",
    ...FILES,
  });
}

const FILES = {
  tlsCertificateFilePath: PATHS.certificate,
  tlsKeyFilePath: PATHS.key,
  tlsTrustCertsFilePath: PATHS.authority,
  brokerClientTrustCertsFilePath: PATHS.authority,
  tlsHostnameVerificationEnabled: "true",
};
