import { BOOKKEEPER, BROKER, type Identity, milvusIdentity, PULSAR_PROXY, ZOOKEEPER } from "../../model/identities.ts";
import { RELEASES } from "../../model/releases/index.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { objectAddress } from "../object-address.ts";
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
    const roles = RELEASES[milvus.family].rollOut[milvus.coordinators].map(milvusIdentity);
    return [PULSAR, roles].flatMap((order) => {
      const running = order.flatMap((identity) => ownersOf(objects, identity).slice(0, 1)).map(({ object }) => object);
      return running.slice(1).flatMap((object, index) => {
        const before = running[index] ?? object;
        if (waveOf(before) < waveOf(object)) return [];
        const message = `It is in wave ${waveOf(object)}, and ${objectAddress(before)} before it in wave ${waveOf(before)}.`;
        return [violation(object, message)];
      });
    });
  },
};

const PULSAR: readonly Identity[] = [ZOOKEEPER, BOOKKEEPER, BROKER, PULSAR_PROXY];
