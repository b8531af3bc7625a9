import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { BOOKKEEPER, BROKER, type Identity, PULSAR_PROXY, ZOOKEEPER } from "../../model/identities.ts";
import { RELEASES } from "../../model/releases/index.ts";
import { type EnvironmentTree, type Invariant, type Violation, violation } from "../invariant.ts";
import { objectAddress } from "../object-address.ts";
import { roleOwners } from "./milvus-roles.ts";
import { ownersOf } from "./owners-of.ts";
import { waveOf } from "./wave.ts";

/** What finds each other through ZooKeeper or etcd, and so names no address. */
export const rollOutInOrder: Invariant<EnvironmentTree> = {
  name: "roll-out-in-order",
  code: "E_RANGE",
  severity: "error",
  reason: "Upstream upgrades the roles in one order; in another, new and old versions meet that do not understand each other.",
  remedy: "Give each role a later argocd.argoproj.io/sync-wave than the one before it.",
  find: ({ objects, environment: { milvus } }) => {
    const owners = roleOwners(objects);
    const roles = RELEASES[milvus.family].rollOut[milvus.coordinators].map((role) =>
      owners.filter((owner) => owner.role === role),
    );
    return [
      ...tooEarly(PULSAR.map((identity) => ownersOf(objects, identity).map(({ object }) => object))),
      ...tooEarly(roles.map((ofRole) => ofRole.map(({ owner }) => owner.object))),
    ];
  },
};

const PULSAR: readonly Identity[] = [ZOOKEEPER, BOOKKEEPER, BROKER, PULSAR_PROXY];

/** The objects of each step must all be in a later wave than the last of the step before. A step that nothing runs is none. */
function tooEarly(order: readonly (readonly KubernetesObject[])[]): Violation[] {
  const steps = order.filter((step) => step.length > 0);
  return steps.slice(1).flatMap((step, index) => {
    const before = last(steps[index] ?? []);
    return step.flatMap((object) => {
      if (before === undefined || waveOf(before) < waveOf(object)) return [];
      const message = `It is in wave ${waveOf(object)}, and ${objectAddress(before)} before it in wave ${waveOf(before)}.`;
      return [violation(object, message)];
    });
  });
}

function last(step: readonly KubernetesObject[]): KubernetesObject | undefined {
  return [...step].sort((a, b) => waveOf(b) - waveOf(a))[0];
}
