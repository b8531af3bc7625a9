import { describe, expect, it } from "vitest";
import { rollOutInOrder } from "../../../generator/checks/quorum/roll-out-order.ts";
import { waveAfterServers } from "../../../generator/checks/quorum/wave-after-servers.ts";
import { namespaceFirst, waveBeforeUsers } from "../../../generator/checks/quorum/wave-before-users.ts";
import { adding, all, anObject, aWorkload, plannedTree, set, setAnnotation, setWave } from "./edits.ts";

const TREE = plannedTree("production");

describe("waveAfterServers", () => {
  it("accepts clusters and single pods in the generator's order", () => {
    expect(waveAfterServers.find(TREE)).toEqual([]);
    expect(waveAfterServers.find(plannedTree("development"))).toEqual([]);
  });

  it("refuses a workload in the wave of one that it names in a variable", () => {
    expect(waveAfterServers.find(setWave("Deployment pulsar-proxy", 2)(TREE))).toEqual([
      {
        subject: "Deployment milvus-prod/pulsar-proxy",
        message: "It is in wave 2, and calls StatefulSet milvus-prod/pulsar-broker of wave 2.",
      },
    ]);
  });

  it("refuses one before those in its configuration file", () => {
    expect(waveAfterServers.find(setWave("StatefulSet minio", 9)(TREE))).toEqual(
      ["mixcoord", "streamingnode", "querynode", "datanode"].map((role) => ({
        subject: `Deployment milvus-prod/milvus-${role}`,
        message: `It is in wave ${WAVES[role]}, and calls StatefulSet milvus-prod/minio of wave 9.`,
      })),
    );
  });

  it("refuses one whose server's Service comes later", () => {
    expect(waveAfterServers.find(setWave("Service pulsar-zookeeper", 2)(TREE))).toEqual([
      {
        subject: "StatefulSet milvus-prod/pulsar-bookkeeper",
        message: "It is in wave 1, and calls Service milvus-prod/pulsar-zookeeper of wave 2.",
      },
      {
        subject: "Deployment milvus-prod/pulsar-autorecovery",
        message: "It is in wave 1, and calls Service milvus-prod/pulsar-zookeeper of wave 2.",
      },
    ]);
  });

  it("reads a missing wave as 0, also of what a person wrote", () => {
    const client = aWorkload("Deployment", "attu", { env: [{ name: "MILVUS_URL", value: "milvus-proxy:19530" }] });

    expect(waveAfterServers.find(adding(client)(TREE))).toEqual([
      {
        subject: "Deployment milvus-prod/attu",
        message: "It is in wave 0, and calls Deployment milvus-prod/milvus-proxy of wave 10.",
      },
    ]);
    expect(waveAfterServers.find(all(adding(client), setWave("Deployment attu", 20))(TREE))).toEqual([]);
  });

  it("lets peers, other namespaces and CronJobs call whom they will", () => {
    const elsewhere = aWorkload("Deployment", "client", { args: ["http://milvus-proxy.other.svc:19530"] });
    const job = anObject("CronJob", "backup", {
      spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: "x", args: ["minio:9000"] }] } } } } },
    });

    expect(waveAfterServers.find(adding(elsewhere, job)(TREE))).toEqual([]);
  });
});

describe("rollOutInOrder", () => {
  it.each([
    { version: "2.6.20", coordinators: "mixed" },
    { version: "2.5.27", coordinators: "mixed" },
    { version: "2.5.27", coordinators: "dedicated" },
    { version: "2.3.21", coordinators: "dedicated" },
  ] as const)("accepts $version with $coordinators coordinators", ({ version, coordinators }) => {
    expect(rollOutInOrder.find(plannedTree("production", { milvus: { version, coordinators } }))).toEqual([]);
  });

  it("refuses roles that roll together or the other way round", () => {
    expect(rollOutInOrder.find(setWave("Deployment milvus-querynode", 6)(TREE))).toEqual([
      {
        subject: "Deployment milvus-prod/milvus-querynode",
        message: "It is in wave 6, and Deployment milvus-prod/milvus-streamingnode before it in wave 6.",
      },
    ]);
    expect(rollOutInOrder.find(setWave("Deployment milvus-proxy", 4)(TREE))).toEqual([
      {
        subject: "Deployment milvus-prod/milvus-proxy",
        message: "It is in wave 4, and Deployment milvus-prod/milvus-datanode before it in wave 9.",
      },
    ]);
  });

  it("refuses brokers before bookies, which know of each other from ZooKeeper", () => {
    expect(rollOutInOrder.find(setWave("StatefulSet pulsar-bookkeeper", 2)(TREE))).toEqual([
      {
        subject: "StatefulSet milvus-prod/pulsar-broker",
        message: "It is in wave 2, and StatefulSet milvus-prod/pulsar-bookkeeper before it in wave 2.",
      },
    ]);
  });
});

describe("waveBeforeUsers", () => {
  it("accepts what comes with its user or before it", () => {
    const settings = { secrets: { provider: "external-secrets", store: { name: "vault" } } } as const;

    expect(waveBeforeUsers.find(TREE)).toEqual([]);
    expect(waveBeforeUsers.find(plannedTree("production", settings))).toEqual([]);
  });

  it.each([
    { target: "ServiceAccount etcd", user: "StatefulSet milvus-prod/etcd", wave: 1, users: 0 },
    { target: "Service etcd-headless", user: "StatefulSet milvus-prod/etcd", wave: 1, users: 0 },
    { target: "ServiceAccount pulsar-broker", user: "StatefulSet milvus-prod/pulsar-broker", wave: 3, users: 2 },
  ])("refuses $target after its user", ({ target, user, wave, users }) => {
    const [kind, name] = target.split(" ");

    expect(waveBeforeUsers.find(setWave(target, wave)(TREE))).toEqual([
      { subject: `${kind} milvus-prod/${name}`, message: `It is in wave ${wave}, and ${user} in wave ${users}.` },
    ]);
  });

  it("refuses configuration and the source of a Secret after the first that reads them", () => {
    const tree = plannedTree("production", { secrets: { provider: "external-secrets", store: { name: "vault" } } });
    const config = tree.objects.find(({ kind }) => kind === "ConfigMap")?.metadata.name;

    expect(waveBeforeUsers.find(setWave(`ConfigMap ${config}`, 6)(tree))).toEqual([
      {
        subject: `ConfigMap milvus-prod/${config}`,
        message: "It is in wave 6, and Deployment milvus-prod/milvus-mixcoord in wave 5.",
      },
    ]);
    expect(waveBeforeUsers.find(setWave("ExternalSecret milvus-object-storage", 1)(tree))).toEqual([
      {
        subject: "ExternalSecret milvus-prod/milvus-object-storage",
        message: "It is in wave 1, and StatefulSet milvus-prod/minio in wave 0.",
      },
    ]);
  });
});

describe("namespaceFirst", () => {
  it("refuses a Namespace after what lies in it", () => {
    expect(namespaceFirst.find(TREE)).toEqual([]);
    expect(namespaceFirst.find(setWave("Namespace milvus-prod", -2)(TREE))).toEqual([]);
    expect(namespaceFirst.find(setWave("Namespace milvus-prod", 1)(TREE))).toEqual([
      { subject: "Namespace milvus-prod", message: "It is in wave 1, and ServiceAccount milvus-prod/etcd in wave 0." },
    ]);
  });

  it("reads a wave that is no number as none", () => {
    const odd = all(
      setAnnotation("ServiceAccount etcd", "argocd.argoproj.io/sync-wave", "soon"),
      set("Service etcd", "metadata.annotations", undefined),
    );

    expect(namespaceFirst.find(odd(TREE))).toEqual([]);
  });
});

const WAVES: Readonly<Record<string, number>> = { mixcoord: 5, streamingnode: 6, querynode: 8, datanode: 9 };
