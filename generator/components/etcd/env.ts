import { type EnvVar, envField, envValue } from "../../kubernetes/env.ts";
import type { Etcd } from "../../model/environment.ts";
import { ETCD, headlessName } from "../../model/identities.ts";
import { ETCD_CLIENT, ETCD_METRICS, ETCD_PEER } from "../../model/ports.ts";
import { CLIENT_ENV } from "./certificates.ts";
import { corruptionChecks } from "./corruption-checks.ts";

/** The volume. The database lies in a folder of it, because etcd wants that folder at mode 0700 and Kubernetes sets the mount's. */
export const MOUNT = "/var/lib/etcd";

type Scheme = "http" | "https";

/**
 * What a member needs to know, as the variables that etcd itself reads. Order matters: `$(POD_NAME)` is replaced only below
 * its declaration.
 */
export function etcdEnv(environment: string, etcd: Etcd, isEncrypted: boolean): EnvVar[] {
  const scheme = isEncrypted ? "https" : "http";
  return [
    envField("POD_NAME", "metadata.name"),
    envField("POD_NAMESPACE", "metadata.namespace"),
    envValue("ENVIRONMENT", environment),
    envValue("ETCD_NAME", "$(POD_NAME)"),
    envValue("ETCD_DATA_DIR", `${MOUNT}/data`),
    ...addresses(scheme),
    ...(isEncrypted ? [envValue("ETCD_LISTEN_METRICS_URLS", `http://0.0.0.0:${ETCD_METRICS.port}`)] : []),
    envValue("ETCD_INITIAL_CLUSTER", initialCluster(scheme, etcd.replicas)),
    // Read only while a data folder is empty.
    envValue("ETCD_INITIAL_CLUSTER_STATE", "new"),
    ...tuning(etcd),
    ...corruptionChecks(etcd.image.tag),
    ...(isEncrypted ? CLIENT_ENV : []),
  ];
}

/**
 * Members with different tokens refuse each other, so it is unique to environment and namespace. A flag, because scanners take
 * a variable with TOKEN in its name for a credential.
 */
export function etcdToken(): string {
  return "$(ENVIRONMENT).$(POD_NAMESPACE)";
}

function addresses(scheme: Scheme): EnvVar[] {
  return [
    envValue("ETCD_LISTEN_CLIENT_URLS", `${scheme}://0.0.0.0:${ETCD_CLIENT.port}`),
    envValue("ETCD_ADVERTISE_CLIENT_URLS", memberUrl(scheme, "$(POD_NAME)", ETCD_CLIENT.port)),
    envValue("ETCD_LISTEN_PEER_URLS", `${scheme}://0.0.0.0:${ETCD_PEER.port}`),
    envValue("ETCD_INITIAL_ADVERTISE_PEER_URLS", memberUrl(scheme, "$(POD_NAME)", ETCD_PEER.port)),
  ];
}

function initialCluster(scheme: Scheme, replicas: number): string {
  const members = Array.from({ length: replicas }, (_, ordinal) => `${ETCD.name}-${ordinal}`);
  return members.map((member) => `${member}=${memberUrl(scheme, member, ETCD_PEER.port)}`).join(",");
}

function memberUrl(scheme: Scheme, member: string, port: number): string {
  return `${scheme}://${member}.${headlessName(ETCD)}.$(POD_NAMESPACE).svc:${port}`;
}

function tuning(etcd: Etcd): EnvVar[] {
  return [
    envValue("ETCD_QUOTA_BACKEND_BYTES", String(etcd.quotaBackendBytes)),
    envValue("ETCD_AUTO_COMPACTION_MODE", etcd.autoCompaction.mode),
    envValue("ETCD_AUTO_COMPACTION_RETENTION", etcd.autoCompaction.retention),
    envValue("ETCD_HEARTBEAT_INTERVAL", String(etcd.heartbeatInterval)),
    envValue("ETCD_ELECTION_TIMEOUT", String(etcd.electionTimeout)),
    envValue("ETCD_SNAPSHOT_COUNT", String(etcd.snapshotCount)),
  ];
}
