import fc from "fast-check";
import type { Settings } from "../../generator/config/schema/settings.ts";

type Authentication = NonNullable<Settings["authentication"]>;
type MessageQueue = NonNullable<Settings["messageQueue"]>;

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
