import { describe, expect, it } from "vitest";
import type { Family, Milvus } from "../../../generator/model/environment.ts";
import { unknownKeys } from "../../../generator/model/rules/policy/unknown-keys.ts";
import { anEnvironment, aRole } from "../../support/environments.ts";
import { aContext } from "./context.ts";

describe("unknownKeys", () => {
  it("tells each key of the configuration that the family does not have, with the one that was meant", () => {
    const config = { quotaAndLimits: { enabled: true, dml: { enable: true } }, log: { level: "debug" }, acme: { colour: 1 } };

    expect(told("2.6", { config })).toEqual([
      "warning milvus/config/quotaAndLimits/dml/enable: Milvus 2.6 has no such key. " +
        "Up to 2.6.20 Milvus ignores it. Did you mean quotaAndLimits.dml.enabled? Otherwise remove it.",
      "warning milvus/config/acme/colour: Milvus 2.6 has no such key. Up to 2.6.20 Milvus ignores it. Remove it.",
    ]);
  });

  it("tells those of a role", () => {
    const roles = [aRole("queryNode", { config: { "queryNode.gracefulStopTimout": "9", "log.level": "debug" } })];

    expect(told("2.4", { roles })).toEqual([
      "warning milvus/roles/queryNode/config/queryNode.gracefulStopTimout: Milvus 2.4 has no such key. " +
        "Up to 2.4.17 Milvus ignores it. Did you mean queryNode.gracefulStopTimeout? Otherwise remove it.",
    ]);
  });

  it("names the families that a key belongs to, which an upgrade leaves behind", () => {
    expect(told("2.6", { config: { natsmq: { server: { maxPending: 1 } } } })).toEqual([
      "warning milvus/config/natsmq/server/maxPending: Milvus 2.6 has no such key. " +
        "Up to 2.6.20 Milvus ignores it. It belongs to 2.3, 2.4, 2.5. Remove it.",
    ]);
  });

  it("leaves to others what a person may not set, and takes any name below an open section and any variable", () => {
    const roles = [aRole("proxy", { env: { GOGC: "80" }, config: { "woodpecker.storage.acme": "x" } })];

    expect(told("2.6", { config: { knowhere: { HNSW: { build: { M: 30 } } } }, roles })).toEqual([]);
  });
});

function told(family: Family, overrides: Partial<Milvus>): string[] {
  const milvus = { ...anEnvironment().milvus, family, ...overrides };
  return unknownKeys(aContext({ milvus })).map(
    ({ severity, path, text }) => `${severity} ${path.join("/")}: ${text.message} ${text.reason} ${text.remedy}`,
  );
}
