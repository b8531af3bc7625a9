import type { Environment, Tls } from "./environment.ts";
import { ETCD_USER } from "./etcd-accounts.ts";
import {
  BROKER,
  ETCD,
  headlessName,
  type Identity,
  MINIO,
  milvusIdentity,
  PULSAR_PROXY,
  PULSAR_STANDALONE,
} from "./identities.ts";

/** The keys of every Secret with a certificate, as cert-manager writes them. */
export const TLS_KEYS = { certificate: "tls.crt", key: "tls.key", authority: "ca.crt" } as const;

/** The Secrets, by who shows the certificate. Fixed names, the same whoever makes them. */
export const TLS_SECRETS = {
  etcd: "etcd-tls",
  minio: "minio-tls",
  broker: "pulsar-broker-tls",
  pulsarProxy: "pulsar-proxy-tls",
  pulsarStandalone: "pulsar-standalone-tls",
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
  /** Pulsar reads RSA as PKCS #8 alone (pulsar-common `SecurityUtility.loadPrivateKeyFromPemStream`). */
  readonly key: "ECDSA" | "RSA";
  /** Whom an etcd that asks for passwords takes the owner for; undefined where it shows one in any case, or calls no etcd. */
  readonly commonName: string | undefined;
}

/** The certificates of everything that is encrypted; none where nothing is. */
export function neededCertificates(environment: Environment): NeededCertificate[] {
  const { etcd, objectStorage, tls, namespace } = environment;
  return [
    ...(tls.etcd && etcd.mode === "internal" ? [ofMembers(TLS_SECRETS.etcd, ETCD, etcd.replicas, namespace)] : []),
    ...(tls.objectStorage && objectStorage.type === "minio"
      ? [ofMembers(TLS_SECRETS.minio, MINIO, objectStorage.minio.replicas, namespace)]
      : []),
    ...pulsarCertificates(environment),
    ...(hasMilvusCertificate(environment)
      ? [
          {
            ...ORDINARY,
            secretName: TLS_SECRETS.milvus,
            identity: MILVUS,
            names: [INTERNAL_NAME],
            commonName: userOfMilvus(environment),
          },
        ]
      : []),
    ...(tls.milvus === "off"
      ? []
      : [{ ...ORDINARY, secretName: TLS_SECRETS.proxy, identity: PROXY, names: proxyNames(environment) }]),
    ...(hasClients(environment)
      ? [{ ...ORDINARY, secretName: TLS_SECRETS.client, identity: CLIENT, names: [CLIENT_NAME] }]
      : []),
  ];
}

/** The JSON form of etcd's API turns a certificate with a common name away once it asks for passwords (etcd `server/embed/serve.go`). */
const ORDINARY = { commonName: undefined, key: "ECDSA" } as const;

/**
 * A connection of Milvus' that was there before etcd asked for passwords has shown none. In plain text its client is told to sign in; with a
 * certificate it is taken for the user of the common name, and refused without one, until the role restarts (seen with etcd 3.5).
 */
function userOfMilvus({ authentication, etcd, tls }: Environment): string | undefined {
  return tls.etcd && etcd.mode === "internal" && authentication.etcd.enabled ? ETCD_USER.milvus : undefined;
}

/** Those of the Service, that by which a Gateway passes clients on, and what people add. */
function proxyNames({ exposure, tls, namespace }: Environment): string[] {
  const passed = exposure.type === "Gateway" ? [exposure.host] : [];
  return [...new Set([...serviceNames(PROXY.name, namespace), ...passed, ...tls.hosts])];
}

/** Whether there is a pod beside Milvus' roles that is asked for a certificate: by etcd, or by proxies. */
function hasClients({ tls, etcd, authentication, backup, attu }: Environment): boolean {
  const callsEtcd = backup.etcd !== undefined || (authentication.etcd.enabled && etcd.mode === "internal");
  const callsMilvus = authentication.milvus.enabled || backup.milvus !== undefined || attu !== undefined;
  return (tls.etcd && callsEtcd) || (tls.milvus === "mutual" && callsMilvus);
}

/** Whether any role needs a certificate, or the authority of one, beside that of the API. */
export function hasMilvusCertificate({ tls }: Pick<Environment, "tls">): boolean {
  return tls.etcd || tls.objectStorage || tls.pulsar || tls.internal;
}

/** Who serves Pulsar's topics is called by the name of its pod, and a proxy by that of its Service alone. */
function pulsarCertificates({ messageQueue, tls, namespace }: Environment): NeededCertificate[] {
  if (!tls.pulsar || messageQueue.type !== "pulsar" || messageQueue.mode === "external") return [];
  if (messageQueue.mode === "standalone") {
    return [ofPulsar(tls, ofMembers(TLS_SECRETS.pulsarStandalone, PULSAR_STANDALONE, 1, namespace))];
  }
  const names = serviceNames(PULSAR_PROXY.name, namespace);
  return [
    ofPulsar(tls, ofMembers(TLS_SECRETS.broker, BROKER, messageQueue.broker.replicas, namespace)),
    ofPulsar(tls, { ...ORDINARY, secretName: TLS_SECRETS.pulsarProxy, identity: PULSAR_PROXY, names }),
  ];
}

/**
 * Pulsar's clients in Java look up names with Netty, which goes through the search domains by itself, and then want the certificate to
 * have the name that was found: `pulsar-broker.milvus.svc.cluster.local` (seen with Pulsar 3.3).
 */
function ofPulsar({ clusterDomain }: Tls, needed: NeededCertificate): NeededCertificate {
  const whole = (name: string) => (name.endsWith(".svc") ? [name, `${name}.${clusterDomain}`] : [name]);
  return { ...needed, names: needed.names.flatMap(whole), key: "RSA" };
}

/** All roles share it, as they share their configuration. */
const MILVUS: Identity = { name: "milvus", app: "milvus", component: "shared" };
const PROXY = milvusIdentity("proxy");
const CLIENT: Identity = { name: "milvus-client", app: "milvus", component: "client" };

/** The Service, the pods one by one, and the pod for itself, as `etcdctl` in it does. */
function ofMembers(secretName: string, identity: Identity, replicas: number, namespace: string): NeededCertificate {
  const headless = headlessName(identity);
  const pods = Array.from({ length: replicas }, (_, ordinal) => `${identity.name}-${ordinal}.${headless}`);
  return {
    ...ORDINARY,
    secretName,
    identity,
    names: [...[identity.name, ...pods].flatMap((name) => serviceNames(name, namespace)), "localhost", "127.0.0.1"],
  };
}

/** A name as pods of the namespace say it, and as others do. */
function serviceNames(name: string, namespace: string): string[] {
  return [name, `${name}.${namespace}`, `${name}.${namespace}.svc`];
}
