import { warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** One process on one volume, where production needs copies. */
export const singlePulsar: Rule = ({ environment: { messageQueue }, isProduction }) => {
  const isSingle = messageQueue.type === "pulsar" && messageQueue.mode === "standalone";
  return isSingle && isProduction ? [warning("messageQueue.pulsar.mode", "E_QUORUM", SINGLE)] : [];
};

const SINGLE = {
  message: "A standalone Pulsar keeps one copy of every message.",
  reason: "Losing its volume loses the writes that Milvus has not flushed yet.",
  remedy: "Use mode: cluster.",
};
