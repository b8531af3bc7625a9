import type { Egress, Exposure, Network, Sides } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

type NetworkSettings = Section<"network">;

/** Who may talk to whom. What leads clients in is looked for where its own documentation puts it. */
export function resolveNetwork(network: NetworkSettings, exposure: Exposure): Network {
  const { policies, clients, scrapers, dns, egress } = take(
    "network",
    network,
    "policies",
    "clients",
    "scrapers",
    "dns",
    "egress",
  );
  return {
    policies,
    clients: sides("network.clients", clients),
    controllerNamespace: network.controllerNamespace ?? usualNamespace(exposure),
    scrapers: take("network.scrapers", scrapers, "namespaces", "podLabels"),
    dns: take("network.dns", dns, "namespace", "nodeLocal"),
    egress: resolveEgress(egress),
  };
}

/** Where the documentation of each Ingress controller puts it. */
export const CONTROLLER_NAMESPACES = { nginx: "ingress-nginx", traefik: "traefik" } as const;

function usualNamespace(exposure: Exposure): string | undefined {
  if (exposure.type === "Ingress") return CONTROLLER_NAMESPACES[exposure.controller];
  return exposure.type === "Gateway" ? exposure.gateway.namespace : undefined;
}

function resolveEgress(egress: NonNullable<NetworkSettings["egress"]>): Egress {
  const known = take("network.egress", egress, "etcd", "objectStorage", "identity", "messageQueue", "backup");
  return {
    etcd: sides("network.egress.etcd", known.etcd),
    objectStorage: sides("network.egress.objectStorage", known.objectStorage),
    identity: sides("network.egress.identity", known.identity),
    messageQueue: sides("network.egress.messageQueue", known.messageQueue),
    backup: sides("network.egress.backup", known.backup),
  };
}

function sides(path: string, settings: NetworkSettings["clients"]): Sides {
  return take(path, settings, "namespaces", "cidrs");
}
