import fc from "fast-check";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { Settings } from "../../generator/config/schema/settings.ts";

type Tls = NonNullable<Settings["tls"]>;

/** What may be encrypted of that environment: what it runs itself, and what its Milvus and its exposure can do. */
export function anyTls({ etcd, objectStorage, messageQueue, milvus, exposure }: EnvironmentFile): fc.Arbitrary<{ tls?: Tls }> {
  const [major = 0, minor = 0] = (milvus?.version ?? "2.6").split(".").map(Number);
  const endsInFront = exposure?.type === "Ingress";
  const switches = fc.record({
    etcd: onlyIf(etcd?.mode !== "external"),
    objectStorage: onlyIf(objectStorage?.type !== "external"),
    pulsar: onlyIf((messageQueue?.type ?? "pulsar") === "pulsar" && messageQueue?.pulsar?.mode !== "external"),
    internal: onlyIf(major === 2 && minor >= 5),
    milvus: endsInFront ? fc.constant("off" as const) : fc.constantFrom("off" as const, "server" as const, "mutual" as const),
  });
  return fc
    .tuple(switches, maker, fc.constantFrom<string[][]>([], ["milvus.example.com", "10.0.0.7"]))
    .map(([on, who, hosts]) => {
      const chosen = Object.fromEntries(Object.entries(on).filter(([, value]) => value !== false && value !== "off"));
      if (Object.keys(chosen).length === 0) return {};
      return { tls: { ...chosen, ...who, ...(on.milvus !== "off" && hosts.length > 0 ? { hosts } : {}) } };
    });
}

const maker: fc.Arbitrary<Tls> = fc.constantFrom<Tls>(
  {},
  { certificates: "existing", revision: 3 },
  { issuer: { kind: "ClusterIssuer", name: "company-ca" }, duration: "2160h", renewBefore: "360h" },
);

function onlyIf(possible: boolean): fc.Arbitrary<boolean> {
  return possible ? fc.boolean() : fc.constant(false);
}
