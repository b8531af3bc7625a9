import fc from "fast-check";
import { expect, it } from "vitest";
import { type PullRequestValues, pullRequestTitle } from "../../generator/documents/pull-request.ts";
import { aPullRequest } from "./pull-request-values.ts";

const VERSION = { path: "milvus.version", before: "2.6.18", after: "2.6.20" };
const REPLICAS = { path: "milvus.roles.proxy.replicas", before: "2", after: "3" };
const CONFIG = { path: "milvus.config.a", before: "1", after: "2" };

it.each<[string, Partial<PullRequestValues>]>([
  ["prod: milvus.version 2.6.18 to 2.6.20", { fields: [VERSION] }],
  ["prod: milvus.version 2.6.18 to 2.6.20 and 2 more", { fields: [CONFIG, REPLICAS, VERSION] }],
  ["prod: milvus.roles.proxy.replicas 2 to 3 and 1 more", { fields: [CONFIG, REPLICAS] }],
  ["prod: milvus.config.a set to 2", { fields: [{ ...CONFIG, before: undefined }] }],
  ["prod: milvus.config.a removed", { fields: [{ ...CONFIG, after: undefined }] }],
  ["prod: milvus.config.a changed", { fields: [{ ...CONFIG, after: "fixes #1 of @acme" }] }],
  ["prod: milvus.config.a changed to 2", { fields: [{ ...CONFIG, before: "{ b: 1 }" }] }],
  ["prod: milvus.config.a changed", { fields: [{ ...CONFIG, after: "https://evil.example" }] }],
  [
    'prod: argocd.annotations["fixes??1"] changed',
    { fields: [{ path: 'argocd.annotations["fixes GH-1"]', before: "1", after: "@x" }] },
  ],
  [
    `prod: milvus.config.${"a".repeat(90)} changed`,
    { fields: [{ path: `milvus.config.${"a".repeat(90)}`, before: "b", after: "c".repeat(10) }] },
  ],
  [
    "prod: 2 fields",
    {
      fields: [
        { ...CONFIG, path: "a".repeat(120) },
        { ...CONFIG, path: "b" },
      ],
    },
  ],
  [`${"e".repeat(119)}…`, { environment: "e".repeat(130), fields: [VERSION] }],
  ["prod: promote staging, milvus.version 2.6.18 to 2.6.20", { kind: "promote", source: "staging", fields: [VERSION] }],
  ["prod: promote staging", { kind: "promote", source: "staging", fields: [] }],
  ["prod: roll back to 1a2b3c4d", { kind: "rollback", source: "1a2b3c4d prod: milvus.version (#12)", fields: [] }],
  [
    "gitops.yaml: images.registry changed",
    { environment: "gitops.yaml", fields: [{ path: "images.registry", before: "a", after: "b c" }] },
  ],
  ["prod: bring generated files up to date", { kind: "regenerate", fields: [] }],
])("says %j", (title, overrides) => {
  expect(pullRequestTitle(aPullRequest({ kind: "propose", source: undefined, ...overrides }))).toBe(title);
});

it("is one line of 120 characters that names nobody and closes nothing, whatever it tells", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("@acme", "#1", "GH-1", "www.x.example", "a://b", "[skip ci]"),
  );
  const value = fc.option(text, { nil: undefined });
  const fields = fc.array(fc.record({ path: text, before: value, after: value }), { maxLength: 4 });
  const kind = fc.constantFrom<PullRequestValues["kind"]>("propose", "promote", "rollback", "regenerate");
  fc.assert(
    fc.property(fc.record({ kind, environment: text, source: value, fields }), (values) => {
      const title = pullRequestTitle(aPullRequest(values));
      expect(title).toMatch(/^[\w .,/:+?"[\]()-]{0,119}[\w .,/:+?"[\]()…-]$/);
      expect(title).not.toMatch(/GH-\d|:\/\/|www\.|\[skip ci\]/i);
      expect(title.length).toBeLessThanOrEqual(120);
    }),
    { numRuns: 200, seed: 20_261_128 },
  );
});
