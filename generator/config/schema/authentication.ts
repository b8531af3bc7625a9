import * as z from "zod";
import { form } from "../form.ts";

/** Milvus' own rule for names of users (milvus `internal/proxy/util.go`, ValidateUsername). */
const user = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,31}$/,
    form("E_NAME", "Use a letter, then letters, digits, _, . and -, 32 characters at most."),
  );

const milvus = z
  .strictObject({
    enabled: z.boolean().describe("Clients sign in. On a live system, those without user and password are cut off."),
    superUsers: z.array(user).max(32).describe("Users who change passwords of others without the old one."),
  })
  .partial()
  .describe("Clients of Milvus. The password of root comes from the Secret of secrets.milvusRoot.");

const pulsar = z
  .strictObject({
    enabled: z.boolean().describe("Milvus and Pulsar's own servers show tokens, from the Secret of secrets.pulsar."),
    enforced: z.boolean().describe("Pulsar asks for them. On a live system first false, then true: docs/authentication.md."),
  })
  .partial()
  .describe("Clients of Pulsar, by JSON Web Tokens.");

const etcd = z
  .strictObject({
    enabled: z.boolean().describe("Milvus and snapshots show passwords, from the Secret of secrets.etcd."),
    enforced: z.boolean().describe("etcd asks for them. On a live system first false, then true: docs/authentication.md."),
  })
  .partial()
  .describe("Clients of etcd, by user and password. Milvus 2.4 and later.");

/** Who has to say who they are. */
export const authentication = z
  .strictObject({ milvus, pulsar, etcd })
  .partial()
  .describe("Users and passwords: docs/authentication.md.");
