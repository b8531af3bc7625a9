import { describe, expect, it } from "vitest";
import { milvusConfig } from "../../../../generator/components/milvus/config/index.ts";
import { anAuthentication, anEnvironment, anEtcd } from "../../../support/environments.ts";
import { aMilvus, FAMILY_TOPOLOGIES, someExternalStorage, someKafka } from "../environments.ts";

const ETCD = {
  endpoints: ["etcd-0.etcd-headless:2379", "etcd-1.etcd-headless:2379", "etcd-2.etcd-headless:2379"],
  rootPath: "by-dev",
};
const MINIO = {
  address: "minio:9000",
  port: 9000,
  useSSL: false,
  bucketName: "milvus",
  rootPath: "files",
  cloudProvider: "aws",
  useIAM: false,
};
const PULSAR = {
  address: "pulsar://pulsar-proxy:6650",
  webport: 8080,
  tenant: "public",
  namespace: "default",
  maxMessageSize: 5_242_880,
};
const LOG = { level: "info", format: "json", stdout: true, file: { rootPath: "" } };
const CHANNELS = { chanNamePrefix: { cluster: "by-dev" } };

describe("milvusConfig", () => {
  it("of 2.6 goes over the image's own file and says what the environment decides", () => {
    expect(milvusConfig(anEnvironment())).toEqual({
      etcd: ETCD,
      metastore: { type: "etcd" },
      minio: MINIO,
      mq: { type: "pulsar" },
      msgChannel: CHANNELS,
      pulsar: PULSAR,
      mixCoord: { enableActiveStandby: false },
      rootCoord: { port: 53_100, enableActiveStandby: false },
      dataCoord: { enableActiveStandby: false },
      queryCoord: { enableActiveStandby: false },
      streamingNode: { port: 22_222 },
      queryNode: { port: 21_123 },
      dataNode: { port: 21_124 },
      proxy: { port: 19_530 },
      log: LOG,
      quotaAndLimits: { enabled: true },
    });
  });

  it("of 2.3 takes the place of the image's own file and keeps what that one changed", () => {
    expect(milvusConfig(anEnvironment({ milvus: aMilvus("2.3", "dedicated") }))).toEqual({
      etcd: ETCD,
      metastore: { type: "etcd" },
      minio: MINIO,
      mq: { type: "pulsar" },
      msgChannel: CHANNELS,
      pulsar: PULSAR,
      common: { session: { ttl: 30 } },
      rootCoord: { port: 53_100, enableActiveStandby: false },
      dataCoord: {
        port: 13_333,
        enableActiveStandby: false,
        channel: { watchTimeoutInterval: 300 },
        segment: { diskSegmentMaxSize: 2048 },
      },
      queryCoord: { port: 19_531, enableActiveStandby: false, checkInterval: 1000, taskMergeCap: 1 },
      indexNode: { port: 21_121, enableDisk: true },
      queryNode: {
        port: 21_123,
        cache: { enabled: true },
        loadMemoryUsageFactor: 1,
        segcore: { growing: { enableIndex: true }, interimIndex: { enableIndex: true } },
      },
      dataNode: { port: 21_124 },
      proxy: {
        port: 19_530,
        accessLog: { filename: "" },
        grpc: {
          clientMaxRecvSize: 67_108_864,
          clientMaxSendSize: 268_435_456,
          serverMaxRecvSize: 67_108_864,
          serverMaxSendSize: 268_435_456,
        },
        maxTaskNum: 1024,
      },
      log: LOG,
      quotaAndLimits: { enabled: true, limits: { maxCollectionNumPerDB: 65_536 } },
      trace: { exporter: "stdout" },
    });
  });

  it.each(FAMILY_TOPOLOGIES)("gives each role of $family $coordinators a port of its own", ({ family, coordinators }) => {
    const config = milvusConfig(anEnvironment({ milvus: aMilvus(family, coordinators) }));
    const roles = Object.entries(config).filter(([section]) => /Coord$|Node$|^proxy$/.test(section));
    const ports = roles.flatMap(([, settings]) => (settings as { port?: number }).port ?? []);

    expect(new Set(ports).size).toBe(ports.length);
    expect(ports.length).toBe(family === "2.6" ? 5 : 7);
  });

  it.each(FAMILY_TOPOLOGIES)(
    "lets no coordinator of $family $coordinators stand by while each is alone",
    ({ family, coordinators }) => {
      const config = milvusConfig(anEnvironment({ milvus: aMilvus(family, coordinators) }));

      expect(standby(config)).toEqual(standbyOf(family === "2.6", false));
    },
  );

  it.each([
    { family: "2.3", coordinators: "mixed", role: "mixCoord" },
    { family: "2.5", coordinators: "dedicated", role: "queryCoord" },
    { family: "2.6", coordinators: "mixed", role: "mixCoord" },
  ] as const)(
    "lets all coordinators of $family $coordinators stand by where $role has two",
    ({ family, coordinators, role }) => {
      const milvus = aMilvus(family, coordinators, { [role]: { replicas: 2 } });

      expect(standby(milvusConfig(anEnvironment({ milvus })))).toEqual(standbyOf(family === "2.6", true));
    },
  );

  it("names the members of etcd, and others as they are given", () => {
    const one = milvusConfig(anEnvironment({ etcd: anEtcd({ replicas: 1, rootPath: "prod" }) }));
    const outside = milvusConfig(
      anEnvironment({ etcd: { mode: "external", rootPath: "team-a", endpoints: ["etcd.example.com:2379"] } }),
    );

    expect(one.etcd).toEqual({ endpoints: ["etcd-0.etcd-headless:2379"], rootPath: "prod" });
    expect(outside.etcd).toEqual({ endpoints: ["etcd.example.com:2379"], rootPath: "team-a" });
  });

  it("holds no credential, whatever the environment uses", () => {
    const environments = [
      anEnvironment(),
      anEnvironment({ objectStorage: someExternalStorage({ auth: "keys" }), messageQueue: someKafka() }),
    ];

    for (const environment of environments) {
      expect(JSON.stringify(milvusConfig(environment))).not.toMatch(/accesskey|secret|password|username|token/i);
    }
  });

  it("gives the user the last word, key by key", () => {
    const config = {
      log: { level: "debug" },
      queryNode: { enableDisk: true },
      common: { security: { rootShouldBindRole: true } },
    };
    const result = milvusConfig(anEnvironment({ milvus: { ...aMilvus("2.5"), config } }));

    expect(result.log).toEqual({ ...LOG, level: "debug" });
    expect(result.queryNode).toEqual({ port: 21_123, enableDisk: true });
    expect(result.common).toEqual({ security: { rootShouldBindRole: true } });
  });

  it("names how Milvus signs in to Pulsar, and no token", () => {
    const authentication = anAuthentication({ pulsar: { enabled: true, enforced: true } });
    const { pulsar } = milvusConfig(anEnvironment({ authentication }));

    expect(pulsar).toMatchObject({ authPlugin: "org.apache.pulsar.client.impl.auth.AuthenticationToken" });
    expect(pulsar).not.toHaveProperty("authParams");
    expect(milvusConfig(anEnvironment()).pulsar).not.toHaveProperty("authPlugin");
  });

  it.each([
    { superUsers: [], security: { authorizationEnabled: true } },
    { superUsers: ["ann", "bob"], security: { authorizationEnabled: true, superUsers: "ann,bob" } },
  ])("asks clients who they are, with the super users $superUsers", ({ superUsers, security }) => {
    const authentication = anAuthentication({ milvus: { enabled: true, superUsers } });

    expect(milvusConfig(anEnvironment({ authentication })).common).toEqual({ security });
    expect(milvusConfig(anEnvironment()).common).toBeUndefined();
  });
});

function standby(config: Readonly<Record<string, unknown>>) {
  const sections = Object.entries(config as Readonly<Record<string, { enableActiveStandby?: boolean }>>);
  return Object.fromEntries(
    sections
      .filter(([section]) => section.endsWith("Coord"))
      .map(([section, { enableActiveStandby }]) => [section, enableActiveStandby]),
  );
}

function standbyOf(hasMixCoord: boolean, value: boolean) {
  return { ...(hasMixCoord ? { mixCoord: value } : {}), rootCoord: value, dataCoord: value, queryCoord: value };
}
