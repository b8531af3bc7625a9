import fc from "fast-check";
import type { Settings } from "../../generator/config/schema/settings.ts";
import type { Family } from "../../generator/model/environment.ts";

type Authentication = NonNullable<Settings["authentication"]>;
type MessageQueue = NonNullable<Settings["messageQueue"]>;
type Etcd = NonNullable<Settings["etcd"]>;

const CLIENTS: Authentication[] = [
  { milvus: { enabled: false } },
  { milvus: { enabled: true } },
  { milvus: { enabled: true, superUsers: ["ann", "bob"] } },
];

/** Who signs in, to Milvus and to a Pulsar; always said, because the Secrets that it needs follow from it. */
export function anyAuthentication({ type, pulsar }: MessageQueue): fc.Arbitrary<Authentication> {
  const clients = fc.constantFrom(...CLIENTS);
  if (type !== undefined && type !== "pulsar") return clients;
  const ours: Authentication[] = pulsar?.mode === "external" ? [] : [{ pulsar: { enabled: true, enforced: false } }];
  const tokens = fc.constantFrom<Authentication>({}, { pulsar: { enabled: true } }, ...ours);
  return fc.tuple(clients, tokens).map(([milvus, queue]) => ({ ...milvus, ...queue }));
}

export type Passwords = "none" | "shown" | "asked";

/** The same, where etcd has passwords too, if this Milvus can show one and this etcd asks. */
export function withPasswords(
  authentication: Authentication,
  passwords: Passwords,
  family: Family,
  { mode }: Etcd,
): Authentication {
  if (passwords === "none" || family === "2.3") return authentication;
  const isOurs = mode !== "external";
  return { ...authentication, etcd: { enabled: true, ...(passwords === "shown" && isOurs ? { enforced: false } : {}) } };
}
