import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIdentity } from "../../generator/commands/identity-file.ts";
import { partsOf } from "../../generator/commands/parts.ts";
import { type Facts, identityFacts } from "../../generator/identity/facts.ts";
import { ruleOf } from "../../generator/identity/rules.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { anyEnvironment } from "../support/arbitrary-environments.ts";
import { aMinioStorage, anEnvironment, anEtcd, anImage, aPulsarCluster, aPulsarStandalone } from "../support/environments.ts";
import { recordsOf } from "./generations.ts";

const KEPT = "annotations.argocd.argoproj.io/sync-options=Prune=false,Delete=false";
const SMALL = anEnvironment({
  etcd: anEtcd({ replicas: 1 }),
  objectStorage: aMinioStorage({ mode: "standalone", replicas: 1 }),
  messageQueue: aPulsarStandalone(),
});

describe("the facts of an environment", () => {
  it("are its names, its version, and where its data lies", () => {
    expect(factsOf(SMALL)).toEqual({
      "argocd.application": "milvus-prod",
      "argocd.project": "milvus-prod",
      cluster: "https://kubernetes.default.svc",
      "etcd.claims": "data",
      "etcd.claims.data.mountPath": "/var/lib/etcd",
      "etcd.claims.data.size": "10Gi",
      "etcd.claims.data.storageClass": "standard",
      "etcd.claims.data.template": template("etcd", "etcd"),
      "etcd.folders.ETCD_DATA_DIR": "/var/lib/etcd/data",
      "etcd.members": "1",
      "etcd.mode": "internal",
      "etcd.podManagementPolicy": "Parallel",
      "etcd.rootPath": "by-dev",
      "etcd.scheme": "http",
      "etcd.selector": selector("etcd", "etcd"),
      "etcd.serviceName": "etcd-headless",
      "etcd.services.etcd": "clusterIP",
      "etcd.services.etcd-headless": "headless",
      "etcd.statefulSet": "etcd",
      "etcd.version": "3.5",
      "messageQueue.channelPrefix": "by-dev",
      "messageQueue.type": "pulsar",
      "milvus.coordinators": "mixed",
      "milvus.dataKeys": "(none)",
      "milvus.datanode.selector": selector("milvus", "datanode"),
      "milvus.family": "2.6",
      "milvus.mixcoord.selector": selector("milvus", "mixcoord"),
      "milvus.proxy.selector": selector("milvus", "proxy"),
      "milvus.proxy.services.milvus-proxy": "clusterIP",
      "milvus.querynode.selector": selector("milvus", "querynode"),
      "milvus.streamingnode.selector": selector("milvus", "streamingnode"),
      "milvus.version": "2.6.20",
      "minio.claims": "data",
      "minio.claims.data.mountPath": "/data",
      "minio.claims.data.size": "100Gi",
      "minio.claims.data.storageClass": "standard",
      "minio.claims.data.template": template("minio", "minio"),
      "minio.drivesPerServer": "1",
      "minio.mode": "standalone",
      "minio.podManagementPolicy": "Parallel",
      "minio.scheme": "http",
      "minio.selector": selector("minio", "minio"),
      "minio.servers": "1",
      "minio.serviceName": "minio-headless",
      "minio.services.minio": "clusterIP",
      "minio.services.minio-headless": "headless",
      "minio.statefulSet": "minio",
      namespace: "milvus-prod",
      "objectStorage.bucket": "milvus",
      "objectStorage.rootPath": "files",
      "objectStorage.type": "minio",
      "pulsar.mode": "standalone",
      "pulsar.namespace": "default",
      "pulsar.standalone.claims": "data",
      "pulsar.standalone.claims.data.mountPath": "/pulsar/data",
      "pulsar.standalone.claims.data.size": "20Gi",
      "pulsar.standalone.claims.data.storageClass": "standard",
      "pulsar.standalone.claims.data.template": template("pulsar", "standalone"),
      "pulsar.standalone.podManagementPolicy": "Parallel",
      "pulsar.standalone.selector": selector("pulsar", "standalone"),
      "pulsar.standalone.serviceName": "pulsar-standalone-headless",
      "pulsar.standalone.services.pulsar-standalone": "clusterIP",
      "pulsar.standalone.services.pulsar-standalone-headless": "headless",
      "pulsar.standalone.statefulSet": "pulsar-standalone",
      "pulsar.tenant": "public",
      "pulsar.version": "3",
    });
  });

  it("are sorted by name", () => {
    const names = Object.keys(factsOf(SMALL));
    expect(names).toEqual([...names].sort());
  });

  it("of a store outside are its addresses and no workload", () => {
    const outside = anEnvironment({
      etcd: { mode: "external", rootPath: "milvus", endpoints: ["b.example.com:2379", "a.example.com:2379"] },
    });
    expect(startingWith("etcd", outside)).toEqual({
      "etcd.endpoints": "a.example.com:2379,b.example.com:2379",
      "etcd.mode": "external",
      "etcd.rootPath": "milvus",
    });
  });

  it("of a cluster of Pulsar name the volumes and folders of each of its parts", () => {
    const facts = startingWith("pulsar.bookkeeper", anEnvironment({ messageQueue: aPulsarCluster() }));
    expect(facts).toMatchObject({
      "pulsar.bookkeeper.bookies": "3",
      "pulsar.bookkeeper.claims": "journal,ledgers",
      "pulsar.bookkeeper.claims.journal.size": "50Gi",
      "pulsar.bookkeeper.claims.ledgers.size": "100Gi",
      "pulsar.bookkeeper.folders.PULSAR_PREFIX_journalDirectories": "/pulsar/data/bookkeeper/journal",
      "pulsar.bookkeeper.folders.PULSAR_PREFIX_ledgerDirectories": "/pulsar/data/bookkeeper/ledgers",
    });
  });

  it("of drives that are alike are told once", () => {
    const drives = startingWith("minio.claims", anEnvironment({ objectStorage: aMinioStorage({ drivesPerServer: 4 }) }));
    expect(drives).toEqual({
      "minio.claims": "data-0,data-1,data-2,data-3",
      "minio.claims.data.mountPath": "/data-0,/data-1,/data-2,/data-3",
      "minio.claims.data.size": "100Gi",
      "minio.claims.data.storageClass": "standard",
      "minio.claims.data.template": template("minio", "minio"),
    });
  });

  it("hold no version where a tag names none", () => {
    expect(factsOf(anEnvironment({ etcd: anEtcd({ image: anImage("acme/etcd", "stable") }) }))["etcd.version"]).toBe(
      "(unknown)",
    );
  });

  it("hold what a person sets of the keys that say where data is, and no other key", () => {
    const { milvus } = anEnvironment();
    const config = {
      etcd: { metaSubPath: "m" },
      msgChannel: { chanNamePrefix: { rootCoordDml: "x" } },
      log: { level: "debug" },
    };
    expect(factsOf(anEnvironment({ milvus: { ...milvus, config } }))["milvus.dataKeys"]).toBe(
      'etcdmetasubpath="m",msgchannelchannameprefixrootcoorddml="x"',
    );
  });
});

describe("any environment", () => {
  it("has a rule for each of its facts but one, which only other rules ask for", () => {
    const without = new Set<string>();
    fc.assert(
      fc.property(anyEnvironment, (environment) => {
        for (const fact of Object.keys(recordOf(environment))) if (ruleOf(fact) === undefined) without.add(fact);
      }),
      { numRuns: 60, seed: 3 },
    );
    expect([...without]).toEqual(["milvus.coordinators"]);
  });

  it("is read back from its record as it was written", () => {
    fc.assert(
      fc.property(anyEnvironment, (environment) => {
        const facts = recordOf(environment);
        expect(Object.values(facts).every((value) => value !== "" && !value.includes("\n"))).toBe(true);
        expect(Object.keys(facts)).toEqual(Object.keys(facts).sort());
      }),
      { numRuns: 20, seed: 5 },
    );
  });
});

function factsOf(environment: Environment): Facts {
  return identityFacts(
    environment,
    partsOf(environment).flatMap(({ units }) => units),
  );
}

function recordOf(environment: object): Facts {
  const facts = parseIdentity(recordsOf({ prod: environment as never }).files.get("overlays/prod/identity.yaml") ?? "");
  if (facts === undefined) throw new Error("The record cannot be read.");
  return facts;
}

function startingWith(prefix: string, environment: Environment): Facts {
  return Object.fromEntries(Object.entries(factsOf(environment)).filter(([fact]) => fact.startsWith(`${prefix}`)));
}

function selector(app: string, component: string): string {
  return `app.kubernetes.io/component=${component},app.kubernetes.io/name=${app}`;
}

function template(app: string, component: string): string {
  const labels = `labels.app.kubernetes.io/component=${component},labels.app.kubernetes.io/name=${app}`;
  return `accessModes=ReadWriteOnce,${KEPT},${labels},volumeMode=Filesystem`;
}
