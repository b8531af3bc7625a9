import { describe, expect, it } from "vitest";
import { milvusConfig } from "../../../generator/components/milvus/config/index.ts";
import { milvus } from "../../../generator/components/milvus/index.ts";
import type { RoleName, Tls } from "../../../generator/model/environment.ts";
import { milvusIdentity } from "../../../generator/model/identities.ts";
import { anEnvironment, aTls } from "../../support/environments.ts";

describe("Milvus with certificates", () => {
  it.each([
    ["server", 1],
    ["mutual", 2],
  ] as const)("shows one to clients, and has REST on a port of its own: %s", (mode, tlsMode) => {
    expect(configOf({ milvus: mode })).toMatchObject({
      common: { security: { tlsMode } },
      tls: {
        serverPemPath: "/etc/milvus/proxy-tls/tls.crt",
        serverKeyPath: "/etc/milvus/proxy-tls/tls.key",
        caPemPath: "/etc/milvus/proxy-tls/ca.crt",
      },
      proxy: { port: 19530, http: { enabled: true, port: 8080 } },
    });
  });

  it("calls its own roles by the one name that their certificate has", () => {
    expect(configOf({ internal: true })).toMatchObject({
      common: { security: { internaltlsEnabled: true } },
      internaltls: {
        serverPemPath: "/etc/milvus/tls/tls.crt",
        serverKeyPath: "/etc/milvus/tls/tls.key",
        caPemPath: "/etc/milvus/tls/ca.crt",
        sni: "milvus-internal",
      },
    });
  });

  it("shows one to etcd, and verifies it", () => {
    expect(configOf({ etcd: true })).toMatchObject({
      etcd: {
        endpoints: ["etcd-0.etcd-headless:2379", "etcd-1.etcd-headless:2379", "etcd-2.etcd-headless:2379"],
        ssl: {
          enabled: true,
          tlsCert: "/etc/milvus/tls/tls.crt",
          tlsKey_: "/etc/milvus/tls/tls.key",
          tlsCACert: "/etc/milvus/tls/ca.crt",
          tlsMinVersion: 1.3,
        },
      },
    });
  });

  it("says nothing of certificates where there are none", () => {
    expect(JSON.stringify(configOf({}))).not.toMatch(/tls|"ssl"/i);
    expect(JSON.stringify(podsOf({}))).not.toMatch(/tls|SSL_CERT/i);
  });

  it("gives the API's certificate to the proxies alone, and its own to every role", () => {
    const pods = podsOf({ milvus: "server", objectStorage: true });

    expect(Object.fromEntries(Object.entries(pods).map(([name, { volumes }]) => [name, secretsIn(volumes)]))).toEqual({
      mixCoord: ["milvus-tls"],
      streamingNode: ["milvus-tls"],
      queryNode: ["milvus-tls"],
      dataNode: ["milvus-tls"],
      proxy: ["milvus-tls", "milvus-proxy-tls"],
    });
    expect(pods.queryNode?.containers[0].env).toContainEqual({ name: "SSL_CERT_FILE", value: "/etc/milvus/tls/ca.crt" });
  });

  it("restarts for another revision, though nothing else changes", () => {
    const [before, after] = [podMetadataOf({ internal: true }), podMetadataOf({ internal: true, revision: 4 })];

    expect(before).toEqual({ ...after, annotations: undefined });
    expect(after?.annotations).toEqual({ "gitops.milvus.dev/tls-revision": "4" });
  });
});

function configOf(tls: Partial<Tls>) {
  return milvusConfig(anEnvironment({ tls: aTls(tls) }));
}

interface Template {
  readonly metadata: { readonly labels: object; readonly annotations?: object };
  readonly spec: Pod;
}

interface Pod {
  readonly containers: readonly [{ readonly env: readonly object[] }];
  readonly volumes: readonly { readonly secret?: { readonly secretName: string } }[];
}

function templateOf(tls: Partial<Tls>, role: RoleName): Template {
  const units = milvus.units(anEnvironment({ tls: aTls(tls) }));
  const objects = units.flatMap(({ resources }) => resources.map(({ object }) => object));
  const { name } = milvusIdentity(role);
  const deployment = objects.find(({ kind, metadata }) => kind === "Deployment" && metadata.name === name);
  if (deployment === undefined) throw new Error(`${name} is not there.`);
  return (deployment.spec as { template: Template }).template;
}

function podsOf(tls: Partial<Tls>): Partial<Record<RoleName, Pod>> {
  const roles = ["mixCoord", "streamingNode", "queryNode", "dataNode", "proxy"] as const;
  return Object.fromEntries(roles.map((role) => [role, templateOf(tls, role).spec]));
}

function podMetadataOf(tls: Partial<Tls>) {
  const { labels, annotations } = templateOf(tls, "proxy").metadata;
  return { labels, annotations };
}

function secretsIn(volumes: Pod["volumes"]): string[] {
  return volumes.flatMap(({ secret }) => secret?.secretName ?? []);
}
