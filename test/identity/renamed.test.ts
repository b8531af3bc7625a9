import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { production, secondGeneration } from "./generations.ts";

const EXTERNAL_ETCD: NonNullable<EnvironmentFile["etcd"]> = { mode: "external", endpoints: ["etcd.example.com:2379"] };
const OUTSIDE = { address: "s3.eu-central-1.amazonaws.com", region: "eu-central-1", provider: "aws", auth: "iam" } as const;

describe("an environment that appears where another one goes", () => {
  it.each<[string, Partial<EnvironmentFile>, string]>([
    ["namespace", { namespace: "milvus-prod" }, "namespace"],
    ["metadata", { etcd: EXTERNAL_ETCD }, "etcd.rootPath"],
    ["bucket and folder", { objectStorage: { type: "external", external: OUTSIDE } }, "objectStorage.rootPath"],
    [
      "channels",
      { messageQueue: { type: "kafka", kafka: { brokers: ["k.example.com:9092"], securityProtocol: "PLAINTEXT" } } },
      "messageQueue.channelPrefix",
    ],
    [
      "channels",
      { messageQueue: { pulsar: { mode: "external", address: "pulsar://p.example.com:6650" } } },
      "messageQueue.channelPrefix",
    ],
  ])("is refused for its %s, with the page about renaming", (what, settings, path) => {
    const [finding, ...others] = secondGeneration({ prod: production(settings) }, { production: production(settings) });

    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "E_IMMUTABLE",
      severity: "error",
      path,
      message: `The environment prod is gone, and this one has its ${what}.`,
      remedy: "Restore overlays/prod, or follow docs/runbooks/rename.md.",
    });
    expect(finding?.location.file).toBe("overlays/production/environment.yaml");
  });

  it("is another environment where it has nothing of the old one", () => {
    expect(secondGeneration({ prod: production() }, { production: production() })).toEqual([]);
  });

  it("may have what one has that stays, if other rules let it", () => {
    const named = production({ namespace: "shared" });
    expect(secondGeneration({ prod: named, qa: production() }, { prod: named })).toEqual([]);
  });
});
