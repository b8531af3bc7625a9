import { describe, expect, it } from "vitest";
import { initialiseCluster } from "../../../generator/components/pulsar/cluster-metadata.ts";
import { anEnvironment, aTls } from "../../support/environments.ts";
import { aPulsarHome, runScript } from "./shell.ts";

const ASK_BOOKKEEPER = "bookkeeper shell whatisinstanceid";
const ASK = "pulsar zookeeper-shell -server pulsar-zookeeper:2181 get /admin/policies/public/default";
const INITIALISE_PLACE =
  "pulsar initialize-cluster-metadata --cluster pulsar --metadata-store zk:pulsar-zookeeper:2181" +
  " --configuration-metadata-store zk:pulsar-zookeeper:2181" +
  " --web-service-url http://pulsar-broker.milvus-prod.svc:8080";
const INITIALISE = `${INITIALISE_PLACE} --broker-service-url pulsar://pulsar-broker.milvus-prod.svc:6650`;
const INITIALISE_ENCRYPTED =
  `${INITIALISE_PLACE} --web-service-url-tls https://pulsar-broker.milvus-prod.svc:8443` +
  " --broker-service-url-tls pulsar+ssl://pulsar-broker.milvus-prod.svc:6651";

const INITIALISE_CLUSTER = initialiseCluster(anEnvironment());

describe("initialiseCluster", () => {
  it("writes a new cluster's metadata once, in the first broker", () => {
    expect(runScript(aPulsarHome(["instance"]), INITIALISE_CLUSTER, "pulsar-broker-0")).toEqual({
      status: 0,
      calls: [ASK_BOOKKEEPER, ASK, INITIALISE, ASK],
    });
  });

  it.each(["pulsar-broker-0", "pulsar-broker-1"])("only looks, in %s, where everything is written", (pod) => {
    expect(runScript(aPulsarHome(["instance", "namespace"]), INITIALISE_CLUSTER, pod)).toEqual({
      status: 0,
      calls: [ASK_BOOKKEEPER, ASK],
    });
  });

  it("writes again what a run that was cut short did not write", () => {
    expect(runScript(aPulsarHome(["instance", "cut-short"]), INITIALISE_CLUSTER, "pulsar-broker-0")).toEqual({
      status: 0,
      calls: [ASK_BOOKKEEPER, ASK, INITIALISE, ASK, INITIALISE, ASK],
    });
  });

  it.each(["pulsar-broker-1", "pulsar-broker-10"])("waits, in %s, until the first broker has done it", (pod) => {
    expect(runScript(aPulsarHome(["instance", "others-initialise"]), INITIALISE_CLUSTER, pod)).toEqual({
      status: 0,
      calls: [ASK_BOOKKEEPER, ASK, ASK],
    });
  });

  it("names the addresses of TLS to an encrypted cluster, and of the plain ones that alone without which the tool refuses", () => {
    const encrypted = initialiseCluster(anEnvironment({ tls: aTls({ pulsar: true }) }));

    expect(runScript(aPulsarHome(["instance"]), encrypted, "pulsar-broker-0")).toEqual({
      status: 0,
      calls: [ASK_BOOKKEEPER, ASK, INITIALISE_ENCRYPTED, ASK],
    });
  });

  it("writes nothing before the bookies have an identity, because it would make them another one", () => {
    const { status, calls } = runScript(aPulsarHome([]), INITIALISE_CLUSTER, "pulsar-broker-0");

    expect(status).not.toBe(0);
    expect(calls).toEqual(Array.from({ length: 10 }, () => ASK_BOOKKEEPER));
  });
});
