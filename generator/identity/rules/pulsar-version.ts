import { procedure, type Rule } from "../rule.ts";
import { stepBetween } from "../version-numbers.ts";

/** From 3 on, Pulsar goes from one line with long support to the next while it runs; Milvus' way from 2 to 3 is an empty Pulsar. */
export const pulsarVersion: Rule = ({ from, to }) => {
  if (to === undefined) return undefined;
  if (from !== "2" && stepBetween(from, to) === 1) return undefined;
  return procedure(
    "pulsar-2-to-3",
    "Milvus does not carry the log over between these versions; what is not flushed would be lost.",
  );
};
