import { httpProbe, tcpProbe } from "../../kubernetes/probes.ts";
import { MILVUS_METRICS } from "../../model/ports.ts";

/** Healthy, or standing by. Other states come from etcd, queue or storage as often as from the role itself. */
const READY = "/healthz";

/**
 * Only readiness asks for the state: a liveness probe on it would kill every pod while etcd is away, and query nodes while they
 * load (milvus-helm chose the same in 4.2.37). The port is open within seconds, also while Milvus still looks for its stores.
 */
export function milvusProbes() {
  return {
    startupProbe: tcpProbe(MILVUS_METRICS.port, { periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 30 }),
    livenessProbe: tcpProbe(MILVUS_METRICS.port, { periodSeconds: 15, timeoutSeconds: 10, failureThreshold: 3 }),
    readinessProbe: httpProbe(READY, MILVUS_METRICS.port, { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
  };
}
