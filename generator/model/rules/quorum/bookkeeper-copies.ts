import type { PulsarCluster } from "../../environment.ts";
import { error, type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

const PULSAR = "messageQueue.pulsar";

/** BookKeeper keeps what it acknowledged while bookies ≥ ensemble ≥ write quorum ≥ acknowledge quorum, and loses at most one less than the last. */
export const bookkeeperCopies: Rule = ({ environment: { messageQueue }, isProduction }) => {
  if (messageQueue.type !== "pulsar" || messageQueue.mode !== "cluster") return [];
  return [...sizes(messageQueue), ...(isProduction ? productionSizes(messageQueue) : [])];
};

function sizes({ bookkeeper, ensembleSize, writeQuorum, ackQuorum }: PulsarCluster): Problem[] {
  return [
    ...unless(bookkeeper.replicas >= ensembleSize, `${PULSAR}.bookkeeper.replicas`, {
      message: `${bookkeeper.replicas} bookies cannot hold an ensemble of ${ensembleSize}.`,
      reason: "No ledger could be opened, so nothing could be written.",
      remedy: `Use at least ${ensembleSize}, better ${ensembleSize + 1}, or lower ensembleSize.`,
    }),
    ...unless(writeQuorum <= ensembleSize, `${PULSAR}.writeQuorum`, {
      message: `${writeQuorum} copies do not fit on an ensemble of ${ensembleSize} bookies.`,
      remedy: `Use at most ${ensembleSize}, or raise ensembleSize.`,
    }),
    ...unless(ackQuorum <= writeQuorum, `${PULSAR}.ackQuorum`, {
      message: `${ackQuorum} of ${writeQuorum} copies can never be acknowledged.`,
      remedy: `Use at most ${writeQuorum}, or raise writeQuorum.`,
    }),
  ];
}

function productionSizes({ bookkeeper, ensembleSize, ackQuorum }: PulsarCluster): Problem[] {
  const isTight = bookkeeper.replicas === ensembleSize;
  return [
    ...unless(ackQuorum > 1, `${PULSAR}.ackQuorum`, {
      message: "A write counts as kept with one copy on disk.",
      reason: "The loss of one bookie loses writes that clients believe in.",
      remedy: "Use 2 or more.",
    }),
    ...(isTight ? [warning(`${PULSAR}.bookkeeper.replicas`, "E_QUORUM", tight(ensembleSize))] : []),
  ];
}

function unless(isFine: boolean, field: string, text: Problem["text"]): Problem[] {
  return isFine ? [] : [error(field, "E_QUORUM", text)];
}

function tight(ensembleSize: number): Problem["text"] {
  return {
    message: `${ensembleSize} bookies are just one ensemble.`,
    reason: "While one is away no new ledger can be opened, and writes stop.",
    remedy: `Use at least ${ensembleSize + 1}.`,
  };
}
