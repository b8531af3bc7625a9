import { describe, expect, it } from "vitest";
import { graceCoversStop, proxyLeavesFirst } from "../../../generator/checks/quorum/grace-period.ts";
import { plannedTree, set } from "./edits.ts";

const TREE = plannedTree("production");
const GRACE = "spec.template.spec.terminationGracePeriodSeconds";
const CONTAINER = "spec.template.spec.containers.0";

describe("graceCoversStop", () => {
  it("accepts what the generator gives to clusters and single pods", () => {
    expect(graceCoversStop.find(TREE)).toEqual([]);
    expect(graceCoversStop.find(plannedTree("development"))).toEqual([]);
  });

  it.each([
    { target: "Deployment milvus-querynode", grace: 1799, needed: 1800 },
    { target: "Deployment milvus-streamingnode", grace: 300, needed: 1800 },
    { target: "Deployment milvus-mixcoord", grace: 4, needed: 5 },
    { target: "Deployment milvus-proxy", grace: 59, needed: 60 },
    { target: "StatefulSet minio", grace: 59, needed: 60 },
    { target: "StatefulSet pulsar-broker", grace: 30, needed: 60 },
    { target: "StatefulSet etcd", grace: 0, needed: 0 },
  ])("refuses $grace s for $target", ({ target, grace, needed }) => {
    const [kind, name] = target.split(" ");

    expect(graceCoversStop.find(set(target, GRACE, grace)(TREE))).toEqual([
      {
        subject: `${kind} milvus-prod/${name}`,
        message: `Its grace period is ${grace} s, and it may take ${needed} s to stop.`,
      },
    ]);
    expect(graceCoversStop.find(set(target, GRACE, Math.max(needed, 1))(TREE))).toEqual([]);
  });

  it("takes a pod that does not say for the kubelet's 30 s", () => {
    expect(graceCoversStop.find(set("Deployment milvus-datanode", GRACE, undefined)(TREE))).toEqual([
      {
        subject: "Deployment milvus-prod/milvus-datanode",
        message: "Its grace period is 30 s, and it may take 1800 s to stop.",
      },
    ]);
  });

  it("adds what a preStop hook sleeps", () => {
    const lifecycle = { preStop: { exec: { command: ["sh", "-c", "sleep 100; true"] } } };

    expect(graceCoversStop.find(set("StatefulSet etcd", `${CONTAINER}.lifecycle`, lifecycle)(TREE))).toEqual([
      { subject: "StatefulSet milvus-prod/etcd", message: "Its grace period is 30 s, and it may take 100 s to stop." },
    ]);
  });
});

describe("proxyLeavesFirst", () => {
  it("accepts a proxy that waits and says when it is ready", () => {
    expect(proxyLeavesFirst.find(TREE)).toEqual([]);
  });

  it.each([
    { field: "lifecycle", value: undefined, message: "Its proxy has no preStop hook." },
    { field: "lifecycle", value: { postStart: { exec: { command: ["true"] } } }, message: "Its proxy has no preStop hook." },
    { field: "readinessProbe", value: undefined, message: "Its proxy has no readiness probe." },
  ])("refuses one where $field is $value", ({ field, value, message }) => {
    expect(proxyLeavesFirst.find(set("Deployment milvus-proxy", `${CONTAINER}.${field}`, value)(TREE))).toEqual([
      { subject: "Deployment milvus-prod/milvus-proxy", message },
    ]);
  });

  it("asks it of Milvus' proxies alone", () => {
    expect(proxyLeavesFirst.find(set("Deployment pulsar-proxy", `${CONTAINER}.readinessProbe`, undefined)(TREE))).toEqual([]);
  });
});
