import { isMap } from "../read-as.ts";
import type { Change } from "./change.ts";
import { maps } from "./entries.ts";
import type { Kustomization } from "./kustomizations.ts";

/** The kinds that Kustomize gives a number of replicas. */
const SCALED: ReadonlySet<unknown> = new Set(["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"]);

/** The entries of `replicas`, each for the workloads of its name. */
export function replicaChanges({ fields }: Kustomization): Change[] {
  return maps(fields.replicas).map(({ name, count }) => ({
    what: "replica",
    label: String(name),
    takes: ({ kind, metadata }) => SCALED.has(kind) && isMap(metadata) && metadata.name === name,
    apply: (object) => ({ ...object, spec: { ...(isMap(object.spec) ? object.spec : {}), replicas: count } }),
  }));
}
