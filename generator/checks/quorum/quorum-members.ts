import { ETCD, ZOOKEEPER } from "../../model/identities.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { memberSets } from "./owners-of.ts";

/** etcd's FAQ and ZooKeeper's administrator guide: beyond seven, every write waits for more members than failures need. */
const MOST = 7;

/** etcd and ZooKeeper agree by majority. */
export const quorumMembersOdd: Invariant<EnvironmentTree> = {
  name: "quorum-members-odd",
  code: "E_QUORUM",
  severity: "error",
  reason: "An even number of members survives no more failures than the odd number below it, and needs one more vote.",
  remedy: "Run 3 or 5 members, or 1 for development.",
  find: ({ objects }) =>
    [ETCD, ZOOKEEPER]
      .flatMap((identity) => memberSets(objects, identity))
      .filter(({ replicas = 1 }) => replicas % 2 === 0 || replicas > MOST)
      .map(({ object, replicas = 1 }) => violation(object, `It runs ${replicas} members.`)),
};
