import { describe, expect, it } from "vitest";
import {
  budgetHasSeveralPods,
  budgetKeepsQuorum,
  budgetLetsOneGo,
  budgetSaysUnhealthyPolicy,
  quorumHasBudget,
} from "../../../generator/checks/quorum/disruption-budgets.ts";
import { adding, all, anObject, type Edit, plannedTree, set, setVariable, without } from "./edits.ts";

const TREE = plannedTree("production");

describe("budgetLetsOneGo", () => {
  it("accepts numbers and percentages that let a pod go", () => {
    expect(budgetLetsOneGo.find(TREE)).toEqual([]);
    expect(budgetLetsOneGo.find(spec("etcd", { maxUnavailable: "10%" })(TREE))).toEqual([]);
    expect(budgetLetsOneGo.find(spec("etcd", { minAvailable: 2 })(TREE))).toEqual([]);
    expect(budgetLetsOneGo.find(spec("etcd", {})(TREE))).toEqual([]);
  });

  it.each([
    { title: "maxUnavailable: 0", fields: { maxUnavailable: 0 } },
    { title: "as many available as there are", fields: { minAvailable: 3 } },
    { title: "more available than there are", fields: { minAvailable: 4 } },
    { title: "a percentage that is rounded up to all", fields: { minAvailable: "90%" } },
  ])("refuses $title", ({ fields }) => {
    expect(budgetLetsOneGo.find(spec("etcd", fields)(TREE))).toEqual([
      { subject: "PodDisruptionBudget milvus-prod/etcd", message: "It lets 0 of 3 pods go." },
    ]);
  });

  it.each([
    { kind: "HorizontalPodAutoscaler", fewest: "minReplicas" },
    { kind: "ScaledObject", fewest: "minReplicaCount" },
  ])("counts what a $kind keeps at least", ({ kind, fewest }) => {
    const scaled = all(
      set("Deployment milvus-proxy", "spec.replicas", undefined),
      spec("milvus-proxy", { minAvailable: 2 }),
      adding(anObject(kind, "proxy", { spec: { scaleTargetRef: PROXY, [fewest]: 2 } })),
    );

    expect(budgetLetsOneGo.find(scaled(TREE))).toEqual([
      { subject: "PodDisruptionBudget milvus-prod/milvus-proxy", message: "It lets 0 of 2 pods go." },
    ]);
  });

  it("leaves budgets alone that cannot be counted", () => {
    const uncounted = all(
      adding(anObject("PodDisruptionBudget", "all", { spec: { maxUnavailable: 0, selector: { matchLabels: {} } } })),
      adding(anObject("PodDisruptionBudget", "none", { spec: { maxUnavailable: 0, selector: { matchLabels: { app: "x" } } } })),
      adding(anObject("PodDisruptionBudget", "empty")),
    );

    expect(budgetLetsOneGo.find(uncounted(TREE))).toEqual([]);
  });
});

describe("budgetKeepsQuorum", () => {
  it.each([
    { title: "two of five members of etcd", edit: all(members("etcd", 5), spec("etcd", { maxUnavailable: 2 })) },
    { title: "as many servers as parity holds", edit: all(servers(16, 1), spec("minio", { maxUnavailable: 4 })) },
    { title: "proxies, which keep nothing", edit: spec("milvus-proxy", { maxUnavailable: 2 }) },
    { title: "bookies up to one less than the copies", edit: all(acks("3"), spec("pulsar-bookkeeper", { maxUnavailable: 2 })) },
  ])("accepts $title", ({ edit }) => {
    expect(budgetKeepsQuorum.find(edit(TREE))).toEqual([]);
  });

  it.each([
    {
      name: "etcd",
      edit: spec("etcd", { maxUnavailable: 2 }),
      message: "It lets 2 of 3 pods go, and the store survives the loss of 1.",
    },
    { name: "etcd", edit: members("etcd", 1), message: "It lets 1 of 1 pods go, and the store survives the loss of 0." },
    {
      name: "pulsar-zookeeper",
      edit: spec("pulsar-zookeeper", { minAvailable: "30%" }),
      message: "It lets 2 of 3 pods go, and the store survives the loss of 1.",
    },
    {
      name: "minio",
      edit: spec("minio", { maxUnavailable: "50%" }),
      message: "It lets 2 of 4 pods go, and the store survives the loss of 1.",
    },
    { name: "minio", edit: servers(2, 2), message: "It lets 1 of 2 pods go, and the store survives the loss of 0." },
    { name: "minio", edit: parity("EC:1"), message: "It lets 1 of 4 pods go, and the store survives the loss of 0." },
    {
      name: "pulsar-bookkeeper",
      edit: acks("1"),
      message: "It lets 1 of 4 pods go, and the store survives the loss of 0.",
    },
  ])("refuses more than $name survives: $message", ({ name, edit, message }) => {
    expect(budgetKeepsQuorum.find(edit(TREE))).toEqual([{ subject: `PodDisruptionBudget milvus-prod/${name}`, message }]);
  });
});

describe("budgetHasSeveralPods", () => {
  it("refuses a budget for a single pod", () => {
    expect(budgetHasSeveralPods.find(TREE)).toEqual([]);
    expect(budgetHasSeveralPods.find(members("etcd", 1)(TREE))).toEqual([
      { subject: "PodDisruptionBudget milvus-prod/etcd", message: "StatefulSet etcd runs one pod." },
    ]);
    expect(budgetHasSeveralPods.find(set("Deployment milvus-proxy", "spec.replicas", undefined)(TREE))).toEqual([
      { subject: "PodDisruptionBudget milvus-prod/milvus-proxy", message: "Deployment milvus-proxy runs one pod." },
    ]);
  });
});

describe("budgetSaysUnhealthyPolicy", () => {
  it("refuses a budget that leaves it to the default", () => {
    expect(budgetSaysUnhealthyPolicy.find(TREE)).toEqual([]);
    expect(
      budgetSaysUnhealthyPolicy.find(set("PodDisruptionBudget minio", "spec.unhealthyPodEvictionPolicy", undefined)(TREE)),
    ).toEqual([{ subject: "PodDisruptionBudget milvus-prod/minio", message: "It does not set unhealthyPodEvictionPolicy." }]);
    expect(budgetSaysUnhealthyPolicy.find(adding(anObject("PodDisruptionBudget", "empty"))(TREE))).toEqual([
      { subject: "PodDisruptionBudget milvus-prod/empty", message: "It does not set unhealthyPodEvictionPolicy." },
    ]);
  });
});

describe("quorumHasBudget", () => {
  it.each(["etcd", "minio", "pulsar-zookeeper", "pulsar-bookkeeper"])("misses the budget of %s", (name) => {
    const replicas = name === "minio" || name === "pulsar-bookkeeper" ? 4 : 3;

    expect(quorumHasBudget.find(without(`PodDisruptionBudget ${name}`)(TREE))).toEqual([
      { subject: `StatefulSet milvus-prod/${name}`, message: `No PodDisruptionBudget covers its ${replicas} pods.` },
    ]);
  });

  it("misses none for single members, nor for pods that keep nothing", () => {
    expect(quorumHasBudget.find(TREE)).toEqual([]);
    expect(quorumHasBudget.find(plannedTree("development"))).toEqual([]);
    expect(quorumHasBudget.find(without("PodDisruptionBudget milvus-proxy")(TREE))).toEqual([]);
  });
});

const PROXY = { apiVersion: "apps/v1", kind: "Deployment", name: "milvus-proxy" };

/** The budget with these limits in place of its own. */
function spec(name: string, fields: { readonly maxUnavailable?: unknown; readonly minAvailable?: unknown }): Edit {
  const target = `PodDisruptionBudget ${name}`;
  return all(set(target, "spec.maxUnavailable", fields.maxUnavailable), set(target, "spec.minAvailable", fields.minAvailable));
}

function members(name: string, replicas: number): Edit {
  return set(`StatefulSet ${name}`, "spec.replicas", replicas);
}

function servers(count: number, drives: number): Edit {
  const path = drives === 1 ? "/data" : `/data-{0...${drives - 1}}`;
  const topology = `http://minio-{0...${count - 1}}.minio-headless:9000${path}`;
  return all(members("minio", count), set("StatefulSet minio", "spec.template.spec.containers.0.args", ["server", topology]));
}

function parity(value: string): Edit {
  return setVariable("StatefulSet minio", "MINIO_STORAGE_CLASS_STANDARD", value);
}

function acks(value: string): Edit {
  return setVariable("StatefulSet pulsar-broker", "PULSAR_PREFIX_managedLedgerDefaultAckQuorum", value);
}
