import type { Environment } from "../environment.ts";
import { milvusIdentity, ROOT_PASSWORD } from "../identities.ts";
import { MILVUS_API, MILVUS_METRICS } from "../ports.ts";
import { RELEASES } from "../releases/index.ts";
import { type Edge, podsOf, tcp } from "./edge.ts";

/** What sets the password of root calls the proxies, and in 2.3 their management port as well. */
export function authenticationEdges({ authentication, milvus }: Environment): Edge[] {
  if (!authentication.milvus.enabled) return [];
  const isFixed = RELEASES[milvus.family].rootPassword === "fixed";
  const ports = isFixed ? tcp(MILVUS_API, MILVUS_METRICS) : tcp(MILVUS_API);
  return [{ from: [podsOf(ROOT_PASSWORD)], to: [podsOf(milvusIdentity("proxy"))], ports }];
}
