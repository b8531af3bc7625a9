import { error, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

const FIELD = "messageQueue.pulsar.zookeeper.replicas";

/** ZooKeeper agrees by majority, as etcd does. */
export const zookeeperMembers: Rule = ({ environment: { messageQueue }, isProduction }) => {
  if (messageQueue.type !== "pulsar" || messageQueue.mode !== "cluster") return [];
  const { replicas } = messageQueue.zookeeper;
  if (replicas === 1) return isProduction ? [warning(FIELD, "E_QUORUM", SINGLE)] : [];
  return replicas >= 3 && replicas <= 7 && replicas % 2 === 1 ? [] : [error(FIELD, "E_QUORUM", notOdd(replicas))];
};

const SINGLE = {
  message: "A single ZooKeeper is no quorum.",
  reason: "Losing its volume loses where every message is kept.",
  remedy: "Use 3 or 5.",
};

function notOdd(members: number) {
  const isOdd = members % 2 === 1;
  return {
    message: isOdd ? `${members} members are not allowed.` : `${members} is even.`,
    reason: isOdd
      ? "Every write waits for a majority; 7 survive three failures."
      : "An even number survives no more failures than the odd number below it.",
    remedy: "Use 3 or 5, or 1 for development.",
  };
}
