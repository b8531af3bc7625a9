import type { Environment } from "../environment.ts";
import { ETCD, ETCD_ACCOUNTS, milvusIdentity, ROOT_PASSWORD } from "../identities.ts";
import { ETCD_CLIENT, MILVUS_API, MILVUS_METRICS, MILVUS_REST } from "../ports.ts";
import { RELEASES } from "../releases/index.ts";
import { type Edge, podsOf, tcp } from "./edge.ts";

/** The Jobs that make users and set passwords call those whose users they are. */
export function authenticationEdges(environment: Environment): Edge[] {
  return [...toMilvus(environment), ...toEtcd(environment)];
}

/** By REST, and in 2.3 by the management port as well. */
function toMilvus({ authentication, milvus, tls }: Environment): Edge[] {
  if (!authentication.milvus.enabled) return [];
  const rest = tls.milvus === "off" ? MILVUS_API : MILVUS_REST;
  const isFixed = RELEASES[milvus.family].rootPassword === "fixed";
  const ports = isFixed ? tcp(rest, MILVUS_METRICS) : tcp(rest);
  return [{ from: [podsOf(ROOT_PASSWORD)], to: [podsOf(milvusIdentity("proxy"))], ports }];
}

function toEtcd({ authentication, etcd }: Environment): Edge[] {
  if (!authentication.etcd.enabled || etcd.mode === "external") return [];
  return [{ from: [podsOf(ETCD_ACCOUNTS)], to: [podsOf(ETCD)], ports: tcp(ETCD_CLIENT) }];
}
