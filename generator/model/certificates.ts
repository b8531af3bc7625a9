import type { Environment } from "./environment.ts";
import { ETCD, headlessName, type Identity, MINIO, milvusIdentity } from "./identities.ts";

/** The keys of every Secret with a certificate, as cert-manager writes them. */
export const TLS_KEYS = { certificate: "tls.crt", key: "tls.key", authority: "ca.crt" } as const;

/** The Secrets, by who shows the certificate. Fixed names, the same whoever makes them. */
export const TLS_SECRETS = {
  etcd: "etcd-tls",
  minio: "minio-tls",
  /** Of every Milvus role: its certificate towards etcd and other roles, and the authority by which it trusts the stores. */
  milvus: "milvus-tls",
  /** Of the proxies alone, towards clients. */
  proxy: "milvus-proxy-tls",
  /** Of jobs and the console, which call others and show it where they are asked. */
  client: "milvus-client-tls",
} as const;

/** What a role of Milvus calls every other one, whatever its address: roles find each other by IP addresses (milvus `internaltls.sni`). */
export const INTERNAL_NAME = "milvus-internal";

/** What jobs and the console call themselves; nobody calls them. */
const CLIENT_NAME = "milvus-client";

/** A certificate that the environment needs. */
export interface NeededCertificate {
  readonly secretName: string;
  readonly identity: Identity;
  /** Every name by which somebody calls its owner: host names and IPv4 addresses. */
  readonly names: readonly string[];
}

/** The certificates of everything that is encrypted; none where nothing is. */
export function neededCertificates(environment: Environment): NeededCertificate[] {
  const { etcd, objectStorage, tls, namespace } = environment;
  return [
    ...(tls.etcd && etcd.mode === "internal" ? [ofMembers(TLS_SECRETS.etcd, ETCD, etcd.replicas, namespace)] : []),
    ...(tls.objectStorage && objectStorage.type === "minio"
      ? [ofMembers(TLS_SECRETS.minio, MINIO, objectStorage.minio.replicas, namespace)]
      : []),
    ...(hasMilvusCertificate(environment)
      ? [{ secretName: TLS_SECRETS.milvus, identity: MILVUS, names: [INTERNAL_NAME] }]
      : []),
    ...(tls.milvus === "off" ? [] : [{ secretName: TLS_SECRETS.proxy, identity: PROXY, names: proxyNames(environment) }]),
    ...(hasClients(environment) ? [{ secretName: TLS_SECRETS.client, identity: CLIENT, names: [CLIENT_NAME] }] : []),
  ];
}

/** Those of the Service, that by which a Gateway passes clients on, and what people add. */
function proxyNames({ exposure, tls, namespace }: Environment): string[] {
  const passed = exposure.type === "Gateway" ? [exposure.host] : [];
  return [...new Set([...serviceNames(PROXY.name, namespace), ...passed, ...tls.hosts])];
}

/** Whether there is a pod beside Milvus' roles that is asked for a certificate: by etcd, or by proxies. */
function hasClients({ tls, authentication, backup, attu }: Environment): boolean {
  const callsMilvus = authentication.milvus.enabled || backup.milvus !== undefined || attu !== undefined;
  return (tls.etcd && backup.etcd !== undefined) || (tls.milvus === "mutual" && callsMilvus);
}

/** Whether any role needs a certificate, or the authority of one, beside that of the API. */
export function hasMilvusCertificate({ tls }: Pick<Environment, "tls">): boolean {
  return tls.etcd || tls.objectStorage || tls.internal;
}

const PROXY = milvusIdentity("proxy");

/** All roles share it, as they share their configuration. */
const MILVUS: Identity = { name: "milvus", app: "milvus", component: "shared" };
const CLIENT: Identity = { name: "milvus-client", app: "milvus", component: "client" };

/** The Service, the pods one by one, and the pod for itself, as `etcdctl` in it does. */
function ofMembers(secretName: string, identity: Identity, replicas: number, namespace: string): NeededCertificate {
  const headless = headlessName(identity);
  const pods = Array.from({ length: replicas }, (_, ordinal) => `${identity.name}-${ordinal}.${headless}`);
  return {
    secretName,
    identity,
    names: [...[identity.name, ...pods].flatMap((name) => serviceNames(name, namespace)), "localhost", "127.0.0.1"],
  };
}

/** A name as pods of the namespace say it, and as others do; the cluster's own domain is nobody's business. */
function serviceNames(name: string, namespace: string): string[] {
  return [name, `${name}.${namespace}`, `${name}.${namespace}.svc`];
}
