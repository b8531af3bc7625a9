import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { bookies, brokers, type LedgerCopies, ledgerCopies } from "./ledger-copies.ts";

/** Acknowledge quorum ≤ write quorum ≤ ensemble ≤ bookies (BookKeeper docs, protocol). */
export const ledgerCopiesFit: Invariant<EnvironmentTree> = {
  name: "ledger-copies-fit",
  code: "E_QUORUM",
  severity: "error",
  reason: "A ledger that does not fit on the bookies cannot be opened, and nothing is written.",
  remedy: "Keep ackQuorum ≤ writeQuorum ≤ ensembleSize ≤ bookies.",
  find: ({ objects }) => {
    const count = bookies(objects);
    if (count === undefined) return [];
    return brokers(objects).flatMap((broker) =>
      misfits(ledgerCopies(broker), count).map((message) => violation(broker.object, message)),
    );
  },
};

function misfits({ ensemble, write, ack }: LedgerCopies, count: number): string[] {
  return [
    ...(ensemble <= count ? [] : [`It opens ledgers on ${ensemble} bookies, and there are ${count}.`]),
    ...(write <= ensemble ? [] : [`It writes ${write} copies to an ensemble of ${ensemble}.`]),
    ...(ack >= 1 && ack <= write ? [] : [`It waits for ${ack} of ${write} copies.`]),
  ];
}

/** With one copy acknowledged, the loss of one bookie loses writes that clients believe in. */
export const productionAcknowledgesCopies: Invariant<EnvironmentTree> = {
  name: "production-acknowledges-copies",
  code: "E_QUORUM",
  severity: "error",
  reason: "BookKeeper survives one loss less than it has acknowledged copies.",
  remedy: "Set ackQuorum to 2 or more.",
  find: ({ objects, environment }) =>
    brokers(objects)
      .filter((broker) => environment.isProduction && ledgerCopies(broker).ack < 2)
      .map(({ object }) => violation(object, "It acknowledges a write when one copy is on disk.")),
};

/** More bookies than an ensemble needs, or writing stops while one is away. */
export const productionHasSpareBookie: Invariant<EnvironmentTree> = {
  name: "production-has-spare-bookie",
  code: "E_QUORUM",
  severity: "warning",
  reason: "While one bookie is away no new ledger can be opened, and writes stop.",
  remedy: "Run at least one bookie more than ensembleSize.",
  find: ({ objects, environment }) =>
    brokers(objects)
      .filter((broker) => environment.isProduction && ledgerCopies(broker).ensemble === bookies(objects))
      .map((broker) => violation(broker.object, `It opens ledgers on all ${ledgerCopies(broker).ensemble} bookies.`)),
};
