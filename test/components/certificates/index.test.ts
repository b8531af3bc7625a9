import { describe, expect, it } from "vitest";
import { certificates } from "../../../generator/components/certificates/index.ts";
import type { KubernetesObject } from "../../../generator/kubernetes/resource.ts";
import type { Environment, Tls } from "../../../generator/model/environment.ts";
import {
  aBackup,
  aBackupJob,
  aCollectionBackup,
  aMinioStorage,
  anAttu,
  anAuthentication,
  anEnvironment,
  anEtcd,
  aPulsarStandalone,
  aTls,
} from "../../support/environments.ts";

const LABELS = {
  "app.kubernetes.io/instance": "milvus",
  "app.kubernetes.io/managed-by": "milvus-gitops",
  "app.kubernetes.io/part-of": "milvus",
};
const OF_NAMESPACE = { ...LABELS, "app.kubernetes.io/component": "certificates", "app.kubernetes.io/name": "milvus" };
const KEEP = { "argocd.argoproj.io/sync-options": "Prune=false,Delete=false" };
const USAGES = ["digital signature", "key encipherment", "server auth", "client auth"];
const SMALL = { etcd: anEtcd({ replicas: 1 }), objectStorage: aMinioStorage({ mode: "standalone", replicas: 1 }) };

describe("the certificates", () => {
  it("have the name of etcd's user on Milvus' own alone, where etcd has passwords", () => {
    const authentication = anAuthentication({ etcd: { enabled: true, enforced: true } });
    const named = (overrides: Partial<Environment>) =>
      objectsOf({ etcd: true, internal: true, milvus: "server" }, overrides).flatMap(({ kind, metadata, spec }) =>
        kind === "Certificate" && metadata.name !== "milvus-ca"
          ? [[metadata.name, (spec as { commonName?: string }).commonName]]
          : [],
      );

    expect(named({ authentication })).toEqual([
      ["etcd-tls", undefined],
      ["milvus-tls", "milvus"],
      ["milvus-proxy-tls", undefined],
      ["milvus-client-tls", undefined],
    ]);
    expect(named({}).find(([name]) => name === "milvus-tls")).toEqual(["milvus-tls", undefined]);
  });

  it("are none where nothing is encrypted, and none of ours where people make the Secrets", () => {
    expect(certificates.units(anEnvironment())).toEqual([]);
    expect(objectsOf({ etcd: true, milvus: "server", certificates: "existing" })).toEqual([]);
  });

  it("are signed by an authority of the namespace, which is guarded and keeps its key", () => {
    const [selfSigned, authority, issuer] = objectsOf({ internal: true });

    expect(selfSigned).toEqual({
      apiVersion: "cert-manager.io/v1",
      kind: "Issuer",
      metadata: { name: "milvus-self-signed", labels: OF_NAMESPACE, annotations: wave("-2") },
      spec: { selfSigned: {} },
    });
    expect(authority).toEqual({
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: { name: "milvus-ca", labels: OF_NAMESPACE, annotations: { ...KEEP, ...wave("-2") } },
      spec: {
        secretName: "milvus-ca",
        isCA: true,
        commonName: "milvus-prod",
        duration: "87600h",
        renewBefore: "8760h",
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Never" },
        issuerRef: { group: "cert-manager.io", kind: "Issuer", name: "milvus-self-signed" },
      },
    });
    expect(issuer).toEqual({
      apiVersion: "cert-manager.io/v1",
      kind: "Issuer",
      metadata: { name: "milvus-ca", labels: OF_NAMESPACE, annotations: wave("-1") },
      spec: { ca: { secretName: "milvus-ca" } },
    });
  });

  it("are signed by the issuer that is named, and then by nobody else", () => {
    const objects = objectsOf({ internal: true, issuer: { kind: "ClusterIssuer", name: "company" }, duration: "2160h" });

    expect(objects).toEqual([
      {
        apiVersion: "cert-manager.io/v1",
        kind: "Certificate",
        metadata: {
          name: "milvus-tls",
          labels: { ...LABELS, "app.kubernetes.io/component": "shared", "app.kubernetes.io/name": "milvus" },
          annotations: wave("-1"),
        },
        spec: {
          secretName: "milvus-tls",
          duration: "2160h",
          renewBefore: "720h",
          dnsNames: ["milvus-internal"],
          usages: USAGES,
          privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
          issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: "company" },
        },
      },
    ]);
  });

  it("name every address by which a server is called", () => {
    expect(namesOf({ etcd: true }, SMALL)["etcd-tls"]).toEqual([
      "etcd",
      "etcd.milvus-prod",
      "etcd.milvus-prod.svc",
      "etcd-0.etcd-headless",
      "etcd-0.etcd-headless.milvus-prod",
      "etcd-0.etcd-headless.milvus-prod.svc",
      "localhost",
      "127.0.0.1",
    ]);
    expect(namesOf({ milvus: "mutual", hosts: ["milvus.example.com", "10.0.0.7"] })["milvus-proxy-tls"]).toEqual([
      "milvus-proxy",
      "milvus-proxy.milvus-prod",
      "milvus-proxy.milvus-prod.svc",
      "milvus.example.com",
      "10.0.0.7",
    ]);
  });

  it("are of RSA, as PKCS #8, where Pulsar shows them, which reads no other", () => {
    const servers = objectsOf({ pulsar: true }).filter(({ metadata }) => metadata.name.startsWith("pulsar-"));

    expect(servers.map(({ spec }) => (spec as { privateKey: object }).privateKey)).toEqual([
      { algorithm: "RSA", size: 2048, encoding: "PKCS8", rotationPolicy: "Always" },
      { algorithm: "RSA", size: 2048, encoding: "PKCS8", rotationPolicy: "Always" },
    ]);
  });

  it("name brokers and a standalone Pulsar by their pods too, for so they call themselves to clients", () => {
    expect(namesOf({ pulsar: true })).toEqual({
      "pulsar-broker-tls": [
        ...wholeNames("pulsar-broker"),
        ...wholeNames("pulsar-broker-0.pulsar-broker-headless"),
        ...wholeNames("pulsar-broker-1.pulsar-broker-headless"),
        ...["localhost", "127.0.0.1"],
      ],
      "pulsar-proxy-tls": wholeNames("pulsar-proxy"),
      "milvus-tls": ["milvus-internal"],
    });
    expect(namesOf({ pulsar: true }, { messageQueue: aPulsarStandalone() })["pulsar-standalone-tls"]).toEqual([
      ...wholeNames("pulsar-standalone"),
      ...wholeNames("pulsar-standalone-0.pulsar-standalone-headless"),
      ...["localhost", "127.0.0.1"],
    ]);
  });

  it("name the host by which a Gateway passes clients on, once", () => {
    const gateway = { name: "public", namespace: "gateways", sectionName: undefined };
    const passed = { exposure: { type: "Gateway", gateway, host: "milvus.example.com", annotations: {} } } as const;
    const names = namesOf({ milvus: "server", hosts: ["milvus.example.com", "10.0.0.7"] }, passed)["milvus-proxy-tls"];

    expect(names?.slice(3)).toEqual(["milvus.example.com", "10.0.0.7"]);
  });

  it.each([
    [{ etcd: true }, ["etcd-tls", "milvus-tls"]],
    [{ objectStorage: true }, ["minio-tls", "milvus-tls"]],
    [{ internal: true }, ["milvus-tls"]],
    [{ milvus: "server" }, ["milvus-proxy-tls"]],
  ] as const)("are those of what is switched on: %j", (tls, expected) => {
    expect(Object.keys(namesOf(tls))).toEqual(expected);
  });

  it("have one for jobs and the console where somebody asks them for it", () => {
    const saved = { backup: aBackup({ etcd: aBackupJob() }) };
    const authentication = anAuthentication({ milvus: { enabled: true, superUsers: [] } });

    expect(namesOf({ etcd: true }, saved)["milvus-client-tls"]).toEqual(["milvus-client"]);
    for (const clients of [{ authentication }, { attu: anAttu() }, { backup: aBackup({ milvus: aCollectionBackup() }) }]) {
      expect(namesOf({ milvus: "mutual" }, clients)["milvus-client-tls"]).toEqual(["milvus-client"]);
      expect(namesOf({ milvus: "server", etcd: true }, clients)).not.toHaveProperty("milvus-client-tls");
    }
    expect(namesOf({ milvus: "mutual" }, saved)).not.toHaveProperty("milvus-client-tls");
  });
});

function objectsOf(tls: Partial<Tls>, overrides: Partial<Environment> = {}): KubernetesObject[] {
  const units = certificates.units(anEnvironment({ ...overrides, tls: aTls(tls) }));
  return units.flatMap(({ resources }) => resources.map(({ object }) => object));
}

function namesOf(tls: Partial<Tls>, overrides: Partial<Environment> = {}): Record<string, readonly string[]> {
  const leaves = objectsOf(tls, overrides).filter(({ kind, spec }) => kind === "Certificate" && !("isCA" in (spec as object)));
  return Object.fromEntries(
    leaves.map(({ metadata, spec }) => {
      const { dnsNames = [], ipAddresses = [] } = spec as { dnsNames?: string[]; ipAddresses?: string[] };
      return [metadata.name, [...dnsNames, ...ipAddresses]];
    }),
  );
}

function inNamespace(name: string): string[] {
  return [name, `${name}.milvus-prod`, `${name}.milvus-prod.svc`];
}

/** As Java's clients find them. */
function wholeNames(name: string): string[] {
  return [...inNamespace(name), `${name}.milvus-prod.svc.cluster.local`];
}

function wave(number: string) {
  return { "argocd.argoproj.io/sync-wave": number };
}
