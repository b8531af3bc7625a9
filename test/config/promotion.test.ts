import { describe, expect, it } from "vitest";
import type { Edit } from "../../generator/config/edit.ts";
import { loadConfig } from "../../generator/config/index.ts";
import { promotionEdits } from "../../generator/config/promotion.ts";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { environmentFile, PLATFORM, sourcesOf } from "../support/repository.ts";

type Own = Partial<EnvironmentFile>;

const OLD_DIGEST = `sha256:${"1".repeat(64)}`;
const NEW_DIGEST = `sha256:${"2".repeat(64)}`;

describe("promotionEdits", () => {
  it("carries version, images and tuning, and leaves sizes, places and guards", () => {
    const from: Own = {
      owners: ["@acme/dev"],
      labels: { team: "dev" },
      gates: { soak: "1h" },
      argocd: { sync: "manual" },
      etcd: { replicas: 1, snapshotCount: 20_000, heartbeatInterval: 300 },
      milvus: {
        version: "2.6.18",
        image: { tag: "v2.6.18-gpu" },
        readOnlyRootFilesystem: false,
        config: { proxy: { maxTaskNum: 512 }, log: { level: "debug" } },
        roles: { queryNode: { replicas: 9, env: { GOGC: "50" }, config: { "queryNode.gracefulStopTimeout": "600" } } },
      },
    };

    expect(texts(promoted(from, {}))).toEqual([
      "etcd.snapshotCount=20000",
      'milvus.version="2.6.18"',
      'milvus.image.tag="v2.6.18-gpu"',
      'milvus.roles.queryNode.env.GOGC="50"',
      'milvus.roles.queryNode.config.queryNode.gracefulStopTimeout="600"',
      "milvus.config.proxy.maxTaskNum=512",
      'milvus.config.log.level="debug"',
    ]);
  });

  it("leaves what the target comes to already, whoever says it", () => {
    const from: Own = { milvus: { version: "2.6.20", config: { log: { level: "info" }, trace: { sampleFraction: 0 } } } };
    const platform = {
      ...PLATFORM,
      profiles: { big: { extends: "production", milvus: { config: { log: { level: "info" } } } } },
    };

    expect(
      texts(promoted(from, { profile: "big", milvus: { config: { trace: { sampleFraction: 1 } } } }, [], platform)),
    ).toEqual(["milvus.config.trace.sampleFraction=0"]);
  });

  it("carries the image of the console to an environment that has one, and neither a console nor who reaches it", () => {
    const from: Own = { attu: { enabled: true, image: { tag: "v2.5.11" }, exposure: { type: "ClusterIP" } } };

    expect(texts(promoted(from, { attu: { enabled: true } }))).toEqual(['attu.image.tag="v2.5.11"']);
    expect(promoted(from, {})).toEqual([]);
  });

  it("carries what the file says, and nothing of its profile", () => {
    const platform = { ...PLATFORM, profiles: { tuned: { extends: "development", milvus: { version: "2.6.18" } } } };

    expect(promoted({ profile: "tuned", milvus: { config: { a: [1] } } }, {}, [], platform)).toEqual([
      { path: ["milvus", "config", "a"], value: [1] },
    ]);
  });

  it("takes only the fields that are named, or what is below them", () => {
    const from: Own = {
      milvus: { version: "2.6.18", config: { proxy: { maxTaskNum: 1 }, proxyX: 1 } },
      etcd: { snapshotCount: 5000 },
    };

    expect(texts(promoted(from, {}, ["milvus.config.proxy"]))).toEqual(["milvus.config.proxy.maxTaskNum=1"]);
    expect(texts(promoted(from, {}, ["milvus.version", "etcd"]))).toEqual([
      "etcd.snapshotCount=5000",
      'milvus.version="2.6.18"',
    ]);
  });

  it("moves an image whole, so that no digest or tag of the old one stays behind", () => {
    const old = { repository: "quay.io/acme/milvus", tag: "v2.6.20", digest: OLD_DIGEST };

    expect(texts(promoted({ milvus: { version: "2.6.18" } }, { milvus: { version: "2.6.20", image: old } }))).toEqual([
      'milvus.version="2.6.18"',
      "milvus.image.tag=undefined",
      "milvus.image.digest=undefined",
    ]);
    const exact: Own = { milvus: { version: "2.6.18", image: { digest: NEW_DIGEST } } };
    expect(texts(promoted(exact, { milvus: { image: { digest: OLD_DIGEST } } }, ["milvus.version"]))).toEqual([
      'milvus.version="2.6.18"',
      `milvus.image.digest="${NEW_DIGEST}"`,
    ]);
    expect(promoted({ milvus: { config: { a: 1 } } }, { milvus: { image: old } }).map(({ path }) => path)).toEqual([
      ["milvus", "config", "a"],
    ]);
  });

  it("moves both builds of an image together, and leaves who has GPUs to the environment", () => {
    const from: Own = {
      milvus: {
        version: "2.6.18",
        image: { digest: NEW_DIGEST, gpu: { digest: NEW_DIGEST } },
        roles: { queryNode: { gpu: { count: 1 } } },
      },
    };
    const pinned: Own = { milvus: { image: { gpu: { tag: "v2.6.20-cuda", digest: OLD_DIGEST } } } };

    expect(texts(promoted(from, pinned))).toEqual([
      'milvus.version="2.6.18"',
      `milvus.image.digest="${NEW_DIGEST}"`,
      `milvus.image.gpu.digest="${NEW_DIGEST}"`,
      "milvus.image.gpu.tag=undefined",
    ]);
    expect(texts(promoted({ milvus: { version: "2.6.18" } }, pinned))).toEqual([
      'milvus.version="2.6.18"',
      "milvus.image.gpu.tag=undefined",
      "milvus.image.gpu.digest=undefined",
    ]);
  });

  it("leaves out what the target does not run", () => {
    const image = { tag: "x", repository: "acme/x" };
    const from: Own = {
      etcd: { image, snapshotCount: 5000 },
      objectStorage: { minio: { image } },
      messageQueue: { pulsar: { image, maxMessageSize: 2_000_000 } },
    };
    const external: Own = {
      etcd: { mode: "external", endpoints: ["etcd.example.com:2379"] },
      objectStorage: { type: "external", external: { provider: "s3", address: "s3.example.com" } },
      messageQueue: { pulsar: { mode: "external", address: "pulsar://p.example.com:6650" } },
    };

    expect(promoted(from, external)).toEqual([]);
    expect(promoted(from, { ...external, messageQueue: { type: "woodpecker" } })).toEqual([]);
    expect(promoted(from, {})).toHaveLength(8);
  });
});

function promoted(from: Own, to: Own, only: readonly string[] = [], platform: object = PLATFORM): readonly Edit[] {
  const sources = sourcesOf({ dev: environmentFile("development", from), prod: environmentFile("production", to) }, platform);
  const { config, findings } = loadConfig(sources);
  const [dev, prod] = config?.environments ?? [];
  if (dev === undefined || prod === undefined) throw new Error(JSON.stringify(findings));
  return promotionEdits(dev, prod, only);
}

function texts(all: readonly Edit[]): string[] {
  return all.map(({ path, value }) => `${path.join(".")}=${JSON.stringify(value)}`);
}
