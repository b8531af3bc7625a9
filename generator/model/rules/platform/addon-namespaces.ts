import type { Cluster, Platform } from "../../environment.ts";
import { OWN_CLUSTER } from "../../resolve/own-cluster.ts";
import { clusterKey } from "../across/cluster-key.ts";
import { error } from "../problem.ts";
import type { PlatformRule } from "./rule.ts";

/** A namespace of an add-on is nobody else's: its pods have rights that an environment's must not have. */
export const addonNamespaces: PlatformRule = ({ platform, environments }) => {
  const owners = new Map([
    [keyOf({ cluster: OWN_CLUSTER, namespace: platform.argocd.namespace }), "Argo CD"],
    ...environments.map((environment) => [keyOf(environment), `the environment ${environment.name}`] as const),
  ]);
  return addons(platform).flatMap(({ title, field, ...place }) => {
    const owner = owners.get(keyOf(place));
    owners.set(keyOf(place), owner ?? `the add-on ${title}`);
    if (owner === undefined) return [];
    return [
      error(field, "E_DUP", {
        message: `The namespace ${place.namespace} belongs to ${owner}.`,
        reason: "Each of the two would have the rights of both, and undo the other's work.",
        remedy: "Give the add-on a namespace of its own.",
      }),
    ];
  });
};

/** Where gitops.yaml names the namespace of each add-on. */
const FIELDS = { prometheus: "addons.prometheus.namespace", eck: "addons.logging.operator.namespace" } as const;

function addons({ addons, logging }: Platform) {
  const charts = addons.map(({ name, cluster, namespace }) => ({ title: name, field: FIELDS[name], cluster, namespace }));
  if (logging === undefined) return charts;
  const { cluster, namespace } = logging;
  return [...charts, { title: "logging", field: "addons.logging.namespace", cluster, namespace }];
}

function keyOf({ cluster, namespace }: { readonly cluster: Cluster; readonly namespace: string }): string {
  return `${clusterKey(cluster)} ${namespace}`;
}
