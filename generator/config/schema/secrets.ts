import * as z from "zod";
import { form } from "../form.ts";
import { duration, objectName } from "./text.ts";

const remoteKey = z.string().regex(/^[\w.~/-]{1,253}$/, form("E_NAME", "Use letters, digits, /, -, _, . and ~."));
const secret = z
  .strictObject({
    name: objectName.describe("The Secret in the environment's namespace."),
    remoteKey: remoteKey.describe("external-secrets: where the store keeps it."),
  })
  .partial();
const sealed = z.record(z.string(), z.string());

/** Where credentials come from. No value is ever in Git. */
export const secrets = z
  .strictObject({
    provider: z
      .enum(["existing", "external-secrets", "sealed-secrets"])
      .describe("existing: people create the Secrets. external-secrets: a store outside. sealed-secrets: ciphertext in Git."),
    store: z
      .strictObject({ name: objectName, kind: z.enum(["SecretStore", "ClusterSecretStore"]) })
      .partial()
      .describe("external-secrets: the store."),
    refreshInterval: duration.describe("external-secrets: how often the store is asked."),
    objectStorage: secret.describe("Keys access-key and secret-key."),
    kafka: secret.describe("Keys username and password."),
    backup: secret.describe("Keys access-key and secret-key of the second place for backups."),
    milvusRoot: secret.describe("Key password: of Milvus' user root, 6 to 72 characters."),
    pulsar: secret.describe("Keys public-key, server-token and milvus-token; outside, milvus-token alone."),
    etcd: secret.describe("Keys root-password, milvus-password and token-key; outside, milvus-user and milvus-password."),
    sealed: z
      .strictObject({ objectStorage: sealed, kafka: sealed, milvusRoot: sealed, pulsar: sealed, etcd: sealed, backup: sealed })
      .partial()
      .describe("sealed-secrets: what kubeseal prints, by purpose and key."),
  })
  .partial();
