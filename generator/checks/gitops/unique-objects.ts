import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { groupOf } from "../built-in-groups.ts";
import { type Invariant, type PlatformTree, type Violation, violation } from "../invariant.ts";
import { objectAddress } from "../object-address.ts";
import { clusterKey, OWN_CLUSTER } from "./destination-key.ts";

/** Over all environments of one cluster, and Argo CD's own objects; `object-defined-once` looks into each environment. */
export const objectHasOneOwner: Invariant<PlatformTree> = {
  name: "object-has-one-owner",
  code: "E_DUP",
  severity: "error",
  reason: "Argo CD takes the second for a new version of the first, and replaces or deletes what runs under its name.",
  remedy: "Give one of the two another name, or another namespace.",
  find: ({ applications, environments }) => {
    const owners = new Map<string, string>();
    return [
      ...claim(owners, OWN_CLUSTER, applications),
      ...environments.flatMap(({ environment: { name, cluster }, objects }) =>
        claim(owners, clusterKey(cluster), objects, name),
      ),
    ];
  },
};

/** Each object for its owner; without a name that is Argo CD, whose objects may not repeat among themselves either. */
function claim(
  owners: Map<string, string>,
  cluster: string,
  objects: readonly KubernetesObject[],
  environment?: string,
): Violation[] {
  const name = environment ?? "Argo CD";
  return objects.flatMap((object) => {
    const key = `${cluster} ${groupOf(String(object.apiVersion))} ${objectAddress(object)}`;
    const owner = owners.get(key);
    owners.set(key, owner ?? name);
    return owner === undefined || owner === environment
      ? []
      : [violation(object, `It is defined in ${name}, and in ${owner} before.`)];
  });
}
