import { error, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** etcd agrees by majority: an even number of members survives no more than the odd one below it. */
export const etcdMembers: Rule = ({ environment: { etcd }, isProduction }) => {
  if (etcd.mode === "external") return [];
  const { replicas } = etcd;
  if (replicas === 1) return isProduction ? [warning("etcd.replicas", "E_QUORUM", SINGLE)] : [];
  return replicas === 3 || replicas === 5 ? [] : [error("etcd.replicas", "E_QUORUM", { ...reason(replicas), remedy })];
};

const remedy = "Use 3 or 5, or 1 for development.";

const SINGLE = {
  message: "A single member is no quorum.",
  reason: "Losing its volume loses every collection, although the vectors are still in object storage.",
  remedy: "Use 3 or 5.",
};

function reason(members: number): { readonly message: string; readonly reason: string } {
  if (members < 1) return { message: `${members} members cannot keep anything.`, reason: "Milvus' metadata is in etcd." };
  if (members % 2 === 1) {
    return { message: `${members} members are too many.`, reason: "Every write waits for a majority; 5 survive two failures." };
  }
  return {
    message: `${members} is even.`,
    reason: `A cluster of ${members} survives ${survived(members)}, as one of ${members - 1} does, and needs one more vote to agree.`,
  };
}

function survived(members: number): string {
  const failures = Math.floor((members - 1) / 2);
  if (failures === 0) return "no failure";
  return failures === 1 ? "one failure" : `${failures} failures`;
}
