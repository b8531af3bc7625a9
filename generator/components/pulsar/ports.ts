import type { Environment } from "../../model/environment.ts";
import { type Port, PULSAR_BINARY, PULSAR_BINARY_TLS, PULSAR_HTTP, PULSAR_HTTPS } from "../../model/ports.ts";

/** Where a server listens, and where its Services lead. */
export interface Ports {
  readonly container: readonly Port[];
  readonly service: readonly Port[];
}

/** With TLS a server keeps its plain port, which the kubelet asks, but no Service and no network policy leads there. */
export function proxyPorts({ tls }: Environment): Ports {
  return tls.pulsar ? encrypted([PULSAR_BINARY_TLS, PULSAR_HTTP]) : PLAIN;
}

export function brokerPorts({ tls }: Environment): Ports {
  return tls.pulsar ? encrypted([PULSAR_BINARY_TLS, PULSAR_HTTP, PULSAR_HTTPS]) : PLAIN;
}

const PLAIN_PORTS = [PULSAR_BINARY, PULSAR_HTTP];
const PLAIN: Ports = { container: PLAIN_PORTS, service: PLAIN_PORTS };

function encrypted(service: readonly Port[]): Ports {
  return { container: [PULSAR_BINARY, ...service], service };
}
