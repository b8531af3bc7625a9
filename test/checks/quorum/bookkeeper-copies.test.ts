import { describe, expect, it } from "vitest";
import {
  ledgerCopiesFit,
  productionAcknowledgesCopies,
  productionHasSpareBookie,
} from "../../../generator/checks/quorum/bookkeeper-copies.ts";
import { all, type Edit, inProduction, plannedTree, set, setVariable, without } from "./edits.ts";

const TREE = plannedTree("production");
const BROKER = "StatefulSet pulsar-broker";
const SUBJECT = "StatefulSet milvus-prod/pulsar-broker";
const BOOKIES = "StatefulSet pulsar-bookkeeper";

describe("ledgerCopiesFit", () => {
  it("accepts 3 copies of which 2 are waited for, on 4 bookies", () => {
    expect(ledgerCopiesFit.find(TREE)).toEqual([]);
  });

  it("takes what broker.conf says where the broker says nothing", () => {
    const silent = all(copies("EnsembleSize", undefined), copies("WriteQuorum", undefined), copies("AckQuorum", undefined));

    expect(ledgerCopiesFit.find(silent(TREE))).toEqual([]);
    expect(ledgerCopiesFit.find(all(silent, set(BOOKIES, "spec.replicas", 1))(TREE))).toEqual([
      { subject: SUBJECT, message: "It opens ledgers on 2 bookies, and there are 1." },
    ]);
  });

  it.each([
    {
      title: "an ensemble above the bookies",
      edit: copies("EnsembleSize", "5"),
      message: "It opens ledgers on 5 bookies, and there are 4.",
    },
    {
      title: "more copies than the ensemble",
      edit: copies("WriteQuorum", "4"),
      message: "It writes 4 copies to an ensemble of 3.",
    },
    { title: "more acknowledgements than copies", edit: copies("AckQuorum", "4"), message: "It waits for 4 of 3 copies." },
    { title: "no acknowledgement", edit: copies("AckQuorum", "0"), message: "It waits for 0 of 3 copies." },
  ])("refuses $title", ({ edit, message }) => {
    expect(ledgerCopiesFit.find(edit(TREE))).toEqual([{ subject: SUBJECT, message }]);
  });

  it("finds nothing where the bookies are not of the environment", () => {
    expect(ledgerCopiesFit.find(all(copies("EnsembleSize", "9"), without(BOOKIES))(TREE))).toEqual([]);
  });
});

describe("productionAcknowledgesCopies", () => {
  const one = copies("AckQuorum", "1");

  it("refuses a single copy in production alone", () => {
    expect(productionAcknowledgesCopies.find(TREE)).toEqual([]);
    expect(productionAcknowledgesCopies.find(all(one, inProduction(false))(TREE))).toEqual([]);
    expect(productionAcknowledgesCopies.find(one(TREE))).toEqual([
      { subject: SUBJECT, message: "It acknowledges a write when one copy is on disk." },
    ]);
  });
});

describe("productionHasSpareBookie", () => {
  const tight = set(BOOKIES, "spec.replicas", 3);

  it("warns of as many bookies as an ensemble needs, in production alone", () => {
    expect(productionHasSpareBookie.find(TREE)).toEqual([]);
    expect(productionHasSpareBookie.find(all(tight, inProduction(false))(TREE))).toEqual([]);
    expect(productionHasSpareBookie.find(tight(TREE))).toEqual([
      { subject: SUBJECT, message: "It opens ledgers on all 3 bookies." },
    ]);
    expect(productionHasSpareBookie.severity).toBe("warning");
  });
});

function copies(name: string, value: string | undefined): Edit {
  return setVariable(BROKER, `PULSAR_PREFIX_managedLedgerDefault${name}`, value);
}
