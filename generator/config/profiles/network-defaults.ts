import type { Settings } from "../schema/settings.ts";

const NOBODY = { namespaces: [], cidrs: [] };

/** Off, because the sections that tell who is who are read only where a person or a profile wants policies. */
export const NETWORK_DEFAULTS: NonNullable<Settings["network"]> = {
  policies: false,
  clients: NOBODY,
  // Where kube-prometheus puts it.
  scrapers: { namespaces: ["monitoring"], podLabels: {} },
  dns: { namespace: "kube-system", nodeLocal: false },
  egress: { etcd: NOBODY, objectStorage: NOBODY, identity: NOBODY, messageQueue: NOBODY, backup: NOBODY },
};
