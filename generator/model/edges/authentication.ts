import type { Environment } from "../environment.ts";
import { milvusIdentity, ROOT_PASSWORD } from "../identities.ts";
import { MILVUS_API, MILVUS_METRICS, MILVUS_REST } from "../ports.ts";
import { RELEASES } from "../releases/index.ts";
import { type Edge, podsOf, tcp } from "./edge.ts";

/** What sets the password of root calls the proxies by REST, and in 2.3 their management port as well. */
export function authenticationEdges({ authentication, milvus, tls }: Environment): Edge[] {
  if (!authentication.milvus.enabled) return [];
  const rest = tls.milvus === "off" ? MILVUS_API : MILVUS_REST;
  const isFixed = RELEASES[milvus.family].rootPassword === "fixed";
  const ports = isFixed ? tcp(rest, MILVUS_METRICS) : tcp(rest);
  return [{ from: [podsOf(ROOT_PASSWORD)], to: [podsOf(milvusIdentity("proxy"))], ports }];
}
