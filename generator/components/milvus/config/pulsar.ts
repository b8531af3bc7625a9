import type { ExternalPulsar, PulsarCluster, PulsarStandalone, Tls } from "../../../model/environment.ts";
import { PULSAR_PROXY, PULSAR_STANDALONE } from "../../../model/identities.ts";
import { PULSAR_BINARY, PULSAR_BINARY_TLS, PULSAR_HTTP } from "../../../model/ports.ts";

type Pulsar = PulsarStandalone | PulsarCluster | ExternalPulsar;

/** The address carries its scheme: `host:6650` alone makes Milvus panic, and a bare host takes its port from a stray variable. */
export function pulsarConfig(pulsar: Pulsar, tls: Tls) {
  return {
    ...endpoint(pulsar, tls),
    tenant: pulsar.tenant,
    namespace: pulsar.namespace,
    maxMessageSize: pulsar.maxMessageSize,
  };
}

/**
 * Milvus makes `http://` and the same host of it for the admin API, whatever the scheme (milvus
 * `pkg/util/paramtable/service_param.go`, `pulsar.webaddress`), so that port is the plain one.
 */
function endpoint(pulsar: Pulsar, tls: Tls) {
  if (pulsar.mode === "external") return { address: pulsar.address, webport: pulsar.webPort };
  const { name } = pulsar.mode === "cluster" ? PULSAR_PROXY : PULSAR_STANDALONE;
  const address = tls.pulsar ? `pulsar+ssl://${name}:${PULSAR_BINARY_TLS.port}` : `pulsar://${name}:${PULSAR_BINARY.port}`;
  return { address, webport: PULSAR_HTTP.port };
}
