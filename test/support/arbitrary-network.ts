import fc from "fast-check";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { Settings } from "../../generator/config/schema/settings.ts";

type Network = NonNullable<Settings["network"]>;
type Sides = NonNullable<Network["clients"]>;

const sides: fc.Arbitrary<Sides> = fc.constantFrom<Sides[]>(
  {},
  { namespaces: ["search"] },
  { cidrs: ["10.20.0.0/16"] },
  { namespaces: ["search", "shared"], cidrs: ["10.20.0.0/16", "192.168.7.0/24"] },
);

const wishes = fc.record({
  policies: fc.boolean(),
  clients: sides,
  outside: sides,
  controllerNamespace: fc.constantFrom(undefined, "edge"),
  scrapers: fc.constantFrom<NonNullable<Network["scrapers"]>[]>(
    {},
    { namespaces: [] },
    { namespaces: ["observability", "monitoring"], podLabels: { "app.kubernetes.io/name": "prometheus" } },
  ),
  dns: fc.constantFrom<NonNullable<Network["dns"]>[]>({}, { nodeLocal: true }, { namespace: "openshift-dns" }),
});

/** What the environment may say of its network: only fields that the rest of it gives a meaning. */
export function anyNetwork(
  rest: Pick<EnvironmentFile, "exposure" | "etcd" | "objectStorage" | "messageQueue" | "backup">,
): fc.Arbitrary<Network> {
  return wishes.map(({ policies, clients, outside, controllerNamespace, scrapers, dns }) => {
    if (!policies) return { policies };
    return {
      policies,
      clients: usedClients(rest.exposure?.type, clients),
      ...(hasController(rest.exposure?.type) && controllerNamespace !== undefined ? { controllerNamespace } : {}),
      scrapers,
      dns,
      egress: usedEgress(rest, outside),
    };
  });
}

type Type = NonNullable<EnvironmentFile["exposure"]>["type"];

function usedClients(type: Type, clients: Sides): Sides {
  const isOpen = (type === "NodePort" || type === "LoadBalancer") && clients.cidrs === undefined;
  return isOpen ? {} : clients;
}

function hasController(type: Type): boolean {
  return type === "Ingress" || type === "Gateway";
}

function usedEgress(
  rest: Pick<EnvironmentFile, "etcd" | "objectStorage" | "messageQueue" | "backup">,
  outside: Sides,
): Network["egress"] {
  const { external } = rest.objectStorage ?? {};
  const hasQueue = rest.messageQueue?.type === "kafka" || rest.messageQueue?.pulsar?.mode === "external";
  return {
    ...(rest.etcd?.mode === "external" ? { etcd: outside } : {}),
    ...(external === undefined ? {} : { objectStorage: outside }),
    ...(external?.auth === "iam" ? { identity: outside } : {}),
    ...(hasQueue ? { messageQueue: outside } : {}),
    ...(rest.backup?.destination === undefined ? {} : { backup: outside }),
  };
}
