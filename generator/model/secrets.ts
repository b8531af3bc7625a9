import type { RequiredSecret, Secrets } from "./environment.ts";

/**
 * The keys of the Secret of purpose `objectStorage`, shared by MinIO, which takes them as its root account, and Milvus; and of that
 * of purpose `backup`.
 */
export const OBJECT_STORAGE_KEYS = { user: "access-key", password: "secret-key" } as const;

/** The keys of the Secret of purpose `kafka`. */
export const KAFKA_KEYS = { user: "username", password: "password" } as const;

/** The key of the Secret of purpose `milvusRoot`: the password of Milvus' user `root`. */
export const MILVUS_ROOT_KEYS = { password: "password" } as const;

/** The keys of the Secret of purpose `pulsar`: what tokens are checked with, in base64, and who shows which. */
export const PULSAR_KEYS = { publicKey: "public-key", server: "server-token", milvus: "milvus-token" } as const;

/**
 * The keys of the Secret of purpose `etcd`: the passwords of our two users and what etcd signs its tokens with; outside, the user that
 * was made there for Milvus, and its password.
 */
export const ETCD_KEYS = {
  root: "root-password",
  milvus: "milvus-password",
  tokenKey: "token-key",
  outsideUser: "milvus-user",
} as const;

/** The Secret of that purpose; `resolve` lists one for every store and queue that needs it, so its absence is our bug. */
export function requireSecret(secrets: Secrets, purpose: RequiredSecret["purpose"]): RequiredSecret {
  const found = secrets.required.find((secret) => secret.purpose === purpose);
  if (found === undefined) throw new Error(`secrets.required lists no Secret of purpose ${purpose}.`);
  return found;
}
