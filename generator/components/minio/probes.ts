import { httpProbe, httpsProbe } from "../../kubernetes/probes.ts";
import { MINIO_API } from "../../model/ports.ts";

/** Answers as soon as the server listens, long before its peers are there. */
const ALIVE = "/minio/health/live";

/**
 * Answers when this server is in the cluster and can read. `/minio/health/ready` says yes before that, so a roll-out guided by it
 * takes the next server away too early; `/minio/health/cluster` says no in every server when only writing is lost.
 */
const READY = "/minio/health/cluster/read";

/** The three probes of a server. Readiness asks every peer and waits 10 s for one that hangs (MinIO `api cluster_deadline`). */
export function minioProbes(isEncrypted: boolean) {
  const probe = isEncrypted ? httpsProbe : httpProbe;
  return {
    startupProbe: probe(ALIVE, MINIO_API.port, { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 }),
    livenessProbe: probe(ALIVE, MINIO_API.port, { periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 6 }),
    readinessProbe: probe(READY, MINIO_API.port, { periodSeconds: 15, timeoutSeconds: 15, failureThreshold: 3 }),
  };
}
