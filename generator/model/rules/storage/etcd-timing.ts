import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** With fewer heartbeats in it than this, a pause of the leader's disk starts an election. */
const HEARTBEATS_PER_ELECTION = 5;

/** Members elect another leader when they miss heartbeats, so several must fit into the time that they wait. */
export const etcdTiming: Rule = ({ environment: { etcd } }) => {
  if (etcd.mode === "external") return [];
  const least = etcd.heartbeatInterval * HEARTBEATS_PER_ELECTION;
  if (etcd.electionTimeout >= least) return [];
  return [
    error("etcd.electionTimeout", "E_RANGE", {
      message: `${etcd.electionTimeout} ms are fewer than ${HEARTBEATS_PER_ELECTION} heartbeats of ${etcd.heartbeatInterval} ms.`,
      reason: "A short pause of the leader would start an election, and writes fail while it lasts.",
      remedy: `Use at least ${least}, or lower etcd.heartbeatInterval.`,
    }),
  ];
};
