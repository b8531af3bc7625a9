import { describe, expect, it } from "vitest";
import { etcdClusterNamesPods, zookeeperListNamesPods } from "../../../generator/checks/quorum/cluster-members.ts";
import { quorumMembersOdd } from "../../../generator/checks/quorum/quorum-members.ts";
import { all, plannedTree, set, setVariable } from "./edits.ts";

const TREE = plannedTree("production");
const ETCD = "StatefulSet milvus-prod/etcd";
const ZOOKEEPER = "StatefulSet milvus-prod/pulsar-zookeeper";

describe("quorumMembersOdd", () => {
  it.each([1, 3, 5, 7])("accepts %i members", (replicas) => {
    expect(quorumMembersOdd.find(set("StatefulSet etcd", "spec.replicas", replicas)(TREE))).toEqual([]);
  });

  it.each([0, 2, 4, 9])("refuses %i members of etcd", (replicas) => {
    expect(quorumMembersOdd.find(set("StatefulSet etcd", "spec.replicas", replicas)(TREE))).toEqual([
      { subject: ETCD, message: `It runs ${replicas} members.` },
    ]);
  });

  it("refuses an even number of ZooKeeper", () => {
    expect(quorumMembersOdd.find(set("StatefulSet pulsar-zookeeper", "spec.replicas", 4)(TREE))).toEqual([
      { subject: ZOOKEEPER, message: "It runs 4 members." },
    ]);
  });

  it("takes a StatefulSet that does not say for one member", () => {
    expect(quorumMembersOdd.find(set("StatefulSet etcd", "spec.replicas", undefined)(TREE))).toEqual([]);
  });

  it("finds nothing where stores and queue are outside", () => {
    const outside = plannedTree("production", {
      etcd: { mode: "external", endpoints: ["etcd.example.com:2379"] },
      messageQueue: { type: "woodpecker" },
    });

    expect(quorumMembersOdd.find(outside)).toEqual([]);
  });
});

describe("etcdClusterNamesPods", () => {
  const member = (name: string) => `${name}=http://${name}.etcd-headless.$(POD_NAMESPACE).svc:2380`;
  const cluster = (...names: readonly string[]) =>
    setVariable("StatefulSet etcd", "ETCD_INITIAL_CLUSTER", names.map(member).join(","));
  const flag = (value: string) =>
    set("StatefulSet etcd", "spec.template.spec.containers.0.command", ["etcd", ...value.split(" ")]);

  it("accepts every member behind the headless Service, in any order and as a flag", () => {
    const list = ["etcd-2", "etcd-0", "etcd-1"].map(member).join(",");

    expect(etcdClusterNamesPods.find(TREE)).toEqual([]);
    expect(etcdClusterNamesPods.find(cluster("etcd-2", "etcd-0", "etcd-1")(TREE))).toEqual([]);
    expect(etcdClusterNamesPods.find(all(cluster(), flag(`--initial-cluster=${list}`))(TREE))).toEqual([]);
    expect(etcdClusterNamesPods.find(all(cluster(), flag(`--initial-cluster ${list}`))(TREE))).toEqual([]);
  });

  it.each([
    { title: "a list that is too short", edit: cluster("etcd-0", "etcd-1"), found: "etcd-0, etcd-1" },
    { title: "one that names a member twice", edit: cluster("etcd-0", "etcd-0", "etcd-1"), found: "etcd-0, etcd-0, etcd-1" },
    { title: "other names", edit: cluster("db-0", "db-1", "db-2"), found: "db-0, db-1, db-2" },
    { title: "no list", edit: setVariable("StatefulSet etcd", "ETCD_INITIAL_CLUSTER", undefined), found: "nothing" },
  ])("refuses $title", ({ edit, found }) => {
    expect(etcdClusterNamesPods.find(edit(TREE))).toEqual([
      { subject: ETCD, message: `It lists ${found}, and its pods are etcd-0, etcd-1, etcd-2.` },
    ]);
  });

  it("refuses a list that did not grow with the replicas", () => {
    expect(etcdClusterNamesPods.find(set("StatefulSet etcd", "spec.replicas", 1)(TREE))).toEqual([
      { subject: ETCD, message: "It lists etcd-0, etcd-1, etcd-2, and its pods are etcd-0." },
    ]);
  });

  it("refuses members under the names of another Service", () => {
    expect(etcdClusterNamesPods.find(set("StatefulSet etcd", "spec.serviceName", "peers")(TREE))).toEqual(
      [0, 1, 2].map((ordinal) => ({
        subject: ETCD,
        message: `It expects etcd-${ordinal} at etcd-${ordinal}.etcd-headless.$(POD_NAMESPACE).svc:2380, and not behind peers.`,
      })),
    );
  });
});

describe("zookeeperListNamesPods", () => {
  it("accepts the generator's own", () => {
    expect(zookeeperListNamesPods.find(TREE)).toEqual([]);
  });

  it("refuses a list that did not shrink with the replicas", () => {
    expect(zookeeperListNamesPods.find(set("StatefulSet pulsar-zookeeper", "spec.replicas", 1)(TREE))).toEqual([
      {
        subject: ZOOKEEPER,
        message: "It lists pulsar-zookeeper-0, pulsar-zookeeper-1, pulsar-zookeeper-2, and its pods are pulsar-zookeeper-0.",
      },
    ]);
  });

  it("refuses a server whose number is another pod's", () => {
    const address = (ordinal: number) => `pulsar-zookeeper-${ordinal}.pulsar-zookeeper-headless:2888:3888`;
    const list = [`server.1=${address(1)}`, `server.2=${address(0)}`, `server.3=${address(2)}`].join(" ");

    expect(zookeeperListNamesPods.find(setVariable("StatefulSet pulsar-zookeeper", "ZOOKEEPER_MEMBERS", list)(TREE))).toEqual([
      {
        subject: ZOOKEEPER,
        message: `It expects pulsar-zookeeper-0 at ${address(1)}, and not behind pulsar-zookeeper-headless.`,
      },
      {
        subject: ZOOKEEPER,
        message: `It expects pulsar-zookeeper-1 at ${address(0)}, and not behind pulsar-zookeeper-headless.`,
      },
    ]);
  });
});
