import { TLS_SINCE } from "../../releases/tls-since.ts";
import { isAtLeast } from "../../releases/version.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** Keys that a Milvus does not know it passes over, and goes on in plain text or stands still. */
export const milvusTls: Rule = (context) => [...objectStorage(context), ...internal(context)];

function objectStorage({ environment: { milvus, tls } }: RuleContext): Problem[] {
  const since = TLS_SINCE[milvus.family].storageAuthority;
  if (!tls.objectStorage || isAtLeast(milvus.version, since)) return [];
  return [
    error("tls.objectStorage", "E_VERSION", {
      message: `Milvus ${milvus.version} cannot be told whom to trust for object storage.`,
      reason: `It reads minio.ssl.tlsCACert from ${since} on, and would refuse MinIO's certificate.`,
      remedy: `Use ${since} or later, or take it away.`,
    }),
  ];
}

function internal({ environment: { milvus, tls } }: RuleContext): Problem[] {
  const since = TLS_SINCE[milvus.family].internal;
  if (!tls.internal || (since !== undefined && isAtLeast(milvus.version, since))) return [];
  return [
    error("tls.internal", "E_VERSION", {
      message: `Milvus ${milvus.family} cannot encrypt between its roles.`,
      reason: "It has no internaltls, and would go on in plain text.",
      remedy: "Use 2.5 or later, or take it away.",
    }),
  ];
}
