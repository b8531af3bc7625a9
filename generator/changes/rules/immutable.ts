import { STATEFUL_SET_MUTABLE } from "../../kubernetes/mutable-fields.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { ChangedPair } from "../pair.ts";
import { quantityOf } from "../quantity.ts";
import { read } from "../value.ts";
import { differs, listed, onChange, type Rule, when } from "./rule.ts";
import { replacesObject } from "./sync-options.ts";

/** The API server refuses the change, and with it the sync of everything in later waves. */
export const immutableField: Rule = onChange((pair) => {
  const refused = isMadeAnew(pair.after) ? [] : refusedFields(pair);
  if (refused.length === 0) return [];
  const fields = listed(refused);
  return replacesObject(pair.after)
    ? when(true, "destructive", `${fields} cannot change, so Argo CD deletes the object and makes it anew.`)
    : when(true, "high", `The API server refuses to change ${fields}. ${wayOut(pair.after)}`);
});

/** A hook that Argo CD deletes before each run, which is what its default does too. */
function isMadeAnew({ metadata: { annotations = {} } }: KubernetesObject): boolean {
  const policy = annotations["argocd.argoproj.io/hook-delete-policy"] ?? "BeforeHookCreation";
  return annotations["argocd.argoproj.io/hook"] !== undefined && policy.includes("BeforeHookCreation");
}

function wayOut({ kind }: KubernetesObject): string {
  return kind === "StatefulSet"
    ? "The sync fails until the StatefulSet was deleted with --cascade=orphan, which leaves its pods and claims."
    : "The sync fails until the object was deleted and made anew.";
}

function refusedFields(pair: ChangedPair): string[] {
  if (pair.after.kind === "StatefulSet") return otherThan(pair, STATEFUL_SET_MUTABLE);
  if (pair.after.kind === "PersistentVolumeClaim") return claimFields(pair);
  const frozen = pair.before.immutable === true ? FROZEN : [];
  return [...(IMMUTABLE[pair.after.kind] ?? []), ...frozen].filter((path) => differs(pair, path));
}

function otherThan({ fields }: ChangedPair, mutable: ReadonlySet<string>): string[] {
  const changed = fields.flatMap(({ path }) => /^spec\.(\w+)/.exec(path)?.[1] ?? []);
  return [...new Set(changed)].filter((field) => !mutable.has(field)).map((field) => `spec.${field}`);
}

/** A claim may grow, where its class allows it. */
function claimFields(pair: ChangedPair): string[] {
  const refused = otherThan(pair, new Set(["resources", "volumeAttributesClassName"]));
  const [old = 0, now = 0] = [pair.before, pair.after].map((claim) =>
    quantityOf(read(claim, "spec", "resources", "requests", "storage")),
  );
  return now < old ? [...refused, "spec.resources"] : refused;
}

/** Of a ConfigMap or Secret that says it is immutable. */
const FROZEN = ["binaryData", "data", "immutable", "stringData"];

const IMMUTABLE: Readonly<Record<string, readonly string[]>> = {
  ClusterRoleBinding: ["roleRef"],
  DaemonSet: ["spec.selector"],
  Deployment: ["spec.selector"],
  Job: ["spec.completionMode", "spec.selector", "spec.template"],
  PriorityClass: ["value"],
  ReplicaSet: ["spec.selector"],
  RoleBinding: ["roleRef"],
  Secret: ["type"],
  Service: ["spec.clusterIP", "spec.clusterIPs"],
  StorageClass: ["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"],
};
