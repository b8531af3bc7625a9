import type { Role, RoleName } from "./environment.ts";

/**
 * Who a workload is, for ever: its name is object name, Service DNS name and folder; `app` and `component` are its
 * selector. Kubernetes refuses to change selectors, and a new name would orphan data, so these lines never change.
 */
export interface Identity {
  readonly name: string;
  /** Value of `app.kubernetes.io/name`. */
  readonly app: "etcd" | "minio" | "pulsar" | "milvus" | "milvus-setup" | "backup" | "attu" | "logging";
  /** Value of `app.kubernetes.io/component`. */
  readonly component: string;
}

export const ETCD: Identity = { name: "etcd", app: "etcd", component: "etcd" };
export const MINIO: Identity = { name: "minio", app: "minio", component: "minio" };
export const PULSAR_STANDALONE: Identity = { name: "pulsar-standalone", app: "pulsar", component: "standalone" };
export const ZOOKEEPER: Identity = { name: "pulsar-zookeeper", app: "pulsar", component: "zookeeper" };
export const BOOKKEEPER: Identity = { name: "pulsar-bookkeeper", app: "pulsar", component: "bookkeeper" };
export const AUTORECOVERY: Identity = { name: "pulsar-autorecovery", app: "pulsar", component: "autorecovery" };
export const BROKER: Identity = { name: "pulsar-broker", app: "pulsar", component: "broker" };
export const PULSAR_PROXY: Identity = { name: "pulsar-proxy", app: "pulsar", component: "proxy" };
/** Jobs that save something: an application of their own, so that nothing that selects etcd or Milvus takes their pods. */
export const ETCD_BACKUP: Identity = { name: "backup-etcd", app: "backup", component: "etcd" };
export const MILVUS_BACKUP: Identity = { name: "backup-milvus", app: "backup", component: "milvus" };
/** The Job that sets the password of Milvus' user root. It serves nothing, so it is not taken for a role. */
export const ROOT_PASSWORD: Identity = { name: "milvus-root-password", app: "milvus-setup", component: "root-password" };
/** The Job that makes the users of etcd; it takes nothing of etcd's Services and policies either. */
export const ETCD_ACCOUNTS: Identity = { name: "milvus-etcd-accounts", app: "milvus-setup", component: "etcd-accounts" };
/** The console. */
export const ATTU: Identity = { name: "attu", app: "attu", component: "attu" };

/** Not workloads, but they carry the same labels: the Namespace itself and the sources of its Secrets. */
export const NAMESPACE: Identity = { name: "namespace", app: "milvus", component: "namespace" };
export const SECRETS: Identity = { name: "secrets", app: "milvus", component: "secrets" };
/** What Prometheus and Grafana are given. */
export const MONITORING: Identity = { name: "monitoring", app: "milvus", component: "monitoring" };
/** The policy for all pods of the namespace. */
export const NETWORK: Identity = { name: "network", app: "milvus", component: "network" };
/** The limits of the namespace as a whole. */
export const QUOTA: Identity = { name: "quota", app: "milvus", component: "quota" };
/** The authority that signs the namespace's certificates. */
export const CERTIFICATES: Identity = { name: "certificates", app: "milvus", component: "certificates" };
/** Argo CD's own objects about an environment, in Argo CD's namespace. */
export const ARGOCD: Identity = { name: "argocd", app: "milvus", component: "argocd" };

/** The identity of a Milvus role: `queryNode` is `milvus-querynode`. */
export function milvusIdentity(role: RoleName): Identity {
  const component = role.toLowerCase();
  return { name: `milvus-${component}`, app: "milvus", component };
}

/** The identity of those of its nodes: `queryNode` in the group `reports` is `milvus-querynode-reports`. No selector takes both. */
export function roleIdentity({ name, group }: Pick<Role, "name" | "group">): Identity {
  const own = milvusIdentity(name);
  return group === undefined ? own : { ...own, name: `${own.name}-${group}`, component: `${own.component}-${group}` };
}

/** The headless Service that gives the pods of a StatefulSet their DNS names. */
export function headlessName(identity: Identity): string {
  return `${identity.name}-headless`;
}
