import { httpProbe } from "../../kubernetes/probes.ts";
import { ETCD_CLIENT, ETCD_METRICS } from "../../model/ports.ts";

/**
 * Asks this member alone. Alarms stand in every member until a person clears them, and no restart cures a full or a corrupt
 * database, so neither may kill pods: with NOSPACE etcd still reads and deletes (kubeadm excludes it too).
 */
const ALIVE = "/health?exclude=NOSPACE&exclude=CORRUPT&serializable=true";

/** Asks the majority by a linearizable read, as `/readyz` of etcd 3.5.12 does; a full database stays in service for reads. */
const READY = "/health?exclude=NOSPACE";

/** etcd gives a request 5 s and two election timeouts before it fails it. */
const TIMEOUT_SECONDS = 10;

/**
 * The three probes of a member. A starting member answers only when a majority is there, and restarting it would not bring the
 * others back: it is given an hour.
 */
export function etcdProbes(isEncrypted: boolean) {
  const { port } = isEncrypted ? ETCD_METRICS : ETCD_CLIENT;
  return {
    startupProbe: httpProbe(ALIVE, port, {
      periodSeconds: 5,
      timeoutSeconds: TIMEOUT_SECONDS,
      failureThreshold: 720,
    }),
    livenessProbe: httpProbe(ALIVE, port, {
      periodSeconds: 20,
      timeoutSeconds: TIMEOUT_SECONDS,
      failureThreshold: 6,
    }),
    readinessProbe: httpProbe(READY, port, {
      periodSeconds: 10,
      timeoutSeconds: TIMEOUT_SECONDS,
      failureThreshold: 3,
    }),
  };
}
