import type { ExternalPulsar, PulsarCluster, PulsarStandalone } from "../../../model/environment.ts";
import { PULSAR_PROXY, PULSAR_STANDALONE } from "../../../model/identities.ts";
import { PULSAR_BINARY, PULSAR_HTTP } from "../../../model/ports.ts";

type Pulsar = PulsarStandalone | PulsarCluster | ExternalPulsar;

/** The address carries its scheme: `host:6650` alone makes Milvus panic, and a bare host takes its port from a stray variable. */
export function pulsarConfig(pulsar: Pulsar) {
  return {
    ...endpoint(pulsar),
    tenant: pulsar.tenant,
    namespace: pulsar.namespace,
    maxMessageSize: pulsar.maxMessageSize,
  };
}

function endpoint(pulsar: Pulsar) {
  if (pulsar.mode === "external") return { address: pulsar.address, webport: pulsar.webPort };
  const { name } = pulsar.mode === "cluster" ? PULSAR_PROXY : PULSAR_STANDALONE;
  return { address: `pulsar://${name}:${PULSAR_BINARY.port}`, webport: PULSAR_HTTP.port };
}
