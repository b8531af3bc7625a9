import { describe, expect, it } from "vitest";
import { INITIALISE_BOOKKEEPER, WAIT_FOR_BOOKKEEPER } from "../../../generator/components/pulsar/bookkeeper-metadata.ts";
import { aPulsarHome, runScript } from "./shell.ts";

const ASK = "bookkeeper shell whatisinstanceid";
const INITIALISE = "bookkeeper shell initnewcluster";

describe("INITIALISE_BOOKKEEPER", () => {
  it("gives a new cluster its identity once, in the first bookie", () => {
    expect(runScript(aPulsarHome([]), INITIALISE_BOOKKEEPER, "pulsar-bookkeeper-0")).toEqual({
      status: 0,
      calls: [ASK, INITIALISE, ASK],
    });
  });

  it.each(["pulsar-bookkeeper-0", "pulsar-bookkeeper-2"])("only looks, in %s, where the cluster has its identity", (pod) => {
    expect(runScript(aPulsarHome(["instance"]), INITIALISE_BOOKKEEPER, pod)).toEqual({ status: 0, calls: [ASK] });
  });

  it("goes on where the identity was made but the answer was lost", () => {
    expect(runScript(aPulsarHome(["lost-answer"]), INITIALISE_BOOKKEEPER, "pulsar-bookkeeper-0")).toEqual({
      status: 0,
      calls: [ASK, INITIALISE, ASK],
    });
  });

  it.each(["pulsar-bookkeeper-1", "pulsar-bookkeeper-10"])("waits, in %s, until the first bookie has done it", (pod) => {
    expect(runScript(aPulsarHome(["others-initialise"]), INITIALISE_BOOKKEEPER, pod)).toEqual({
      status: 0,
      calls: [ASK, ASK],
    });
  });

  it("never gives up nor goes on without an identity", () => {
    const { status, calls } = runScript(aPulsarHome([]), INITIALISE_BOOKKEEPER, "pulsar-bookkeeper-1");

    expect(status).not.toBe(0);
    expect(calls).toEqual(Array.from({ length: 10 }, () => ASK));
  });
});

describe("WAIT_FOR_BOOKKEEPER", () => {
  it("waits and initialises nothing, whatever the pod is called", () => {
    expect(runScript(aPulsarHome(["others-initialise"]), WAIT_FOR_BOOKKEEPER, "pulsar-autorecovery-0")).toEqual({
      status: 0,
      calls: [ASK, ASK],
    });
  });
});

describe("the scripts of bookkeeper", () => {
  it.each([INITIALISE_BOOKKEEPER, WAIT_FOR_BOOKKEEPER])("never format a bookie or drop its cookie", (script) => {
    expect(script).not.toMatch(/format|cookie|force|delete/i);
  });
});
