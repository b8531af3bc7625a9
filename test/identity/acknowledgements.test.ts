import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { production, secondGeneration } from "./generations.ts";

const SMALL = production();
const GROWTH = { change: "etcd.claims.data.size", from: "20Gi", to: "40Gi", reason: "The volumes were grown on 3 May." };
const LARGE = (...acknowledge: NonNullable<EnvironmentFile["acknowledge"]>) =>
  production({ etcd: { storage: { size: "40Gi" } }, acknowledge });

describe("an acknowledgement", () => {
  it("of the change, with both of its values, lets it pass", () => {
    expect(told(SMALL, LARGE(GROWTH))).toEqual([]);
  });

  it("is told to be removed once the change is on record", () => {
    expect(told(LARGE(), LARGE(GROWTH))).toEqual([
      "warning E_UNUSED acknowledge[0]: etcd.claims.data.size is 40Gi on record: already applied.",
    ]);
  });

  it("is told to be removed from an environment that begins with the new value", () => {
    expect(secondGeneration({}, { prod: LARGE(GROWTH) }).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning E_UNUSED",
    ]);
  });

  it("that is spent covers no later change, not even back and forth", () => {
    const larger = production({ etcd: { storage: { size: "80Gi" } }, acknowledge: [GROWTH] });
    expect(told(LARGE(), larger)).toEqual([
      "error E_IMMUTABLE etcd.storage.size: etcd.claims.data.size is 40Gi on record and would become 80Gi.",
      "error E_IMMUTABLE acknowledge[0]: etcd.claims.data.size does not go from 20Gi to 40Gi: it is 40Gi on record, and 80Gi by the description.",
    ]);
  });

  it.each([
    ["from", { from: "10Gi" }, "from 10Gi to 40Gi"],
    ["to", { to: "80Gi" }, "from 20Gi to 80Gi"],
    ["from and to in the wrong order", { from: "40Gi", to: "20Gi" }, "from 40Gi to 20Gi"],
  ])("with another %s lets nothing pass, and is told with what is on record", (_title, change, words) => {
    expect(told(SMALL, LARGE({ ...GROWTH, ...change }))).toEqual([
      "error E_IMMUTABLE etcd.storage.size: etcd.claims.data.size is 20Gi on record and would become 40Gi.",
      `error E_IMMUTABLE acknowledge[0]: etcd.claims.data.size does not go ${words}: it is 20Gi on record, and 40Gi by the description.`,
    ]);
  });

  it("of another fact lets nothing pass", () => {
    const other = { ...GROWTH, change: "minio.claims.data.size", from: "100Gi", to: "200Gi" };
    expect(told(SMALL, LARGE(other)).map((line) => line.split(":")[0])).toEqual([
      "error E_IMMUTABLE etcd.storage.size",
      "error E_IMMUTABLE acknowledge[0]",
    ]);
  });

  it("of a name that nothing has is refused with the name that was likely meant", () => {
    const [finding] = secondGeneration(
      { prod: SMALL },
      { prod: production({ acknowledge: [{ ...GROWTH, change: "etcd.claim.data.size" }] }) },
    );
    expect(finding).toMatchObject({
      code: "E_REF",
      severity: "error",
      path: "acknowledge[0].change",
      location: { file: "overlays/prod/environment.yaml", line: 7 },
      message: "Nothing on record is called etcd.claim.data.size.",
      remedy: "Did you mean etcd.claims.data.size? identity.yaml in the same folder has all names.",
    });
  });

  it.each([
    [
      "a volume that shrinks",
      { etcd: { storage: { size: "19Gi" } } },
      { change: "etcd.claims.data.size", from: "20Gi", to: "19Gi" },
    ],
    ["a skipped family", { milvus: { version: "2.4.23" } }, { change: "milvus.family", from: "2.6", to: "2.4" }],
    ["another namespace", { namespace: "vectors" }, { change: "namespace", from: "milvus-prod", to: "vectors" }],
  ] as const)("of %s does not help", (_title, settings, change) => {
    const after = production({ ...settings, acknowledge: [{ ...change, reason: "We are quite sure of it." }] });
    const findings = secondGeneration({ prod: SMALL }, { prod: after });

    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["error E_IMMUTABLE"]);
    expect(findings[0]?.remedy).toMatch(/^Take it back: this cannot be acknowledged\. docs\/runbooks\/[a-z-]+\.md says/);
  });

  it("of several changes is an entry for each", () => {
    const members = { change: "etcd.members", from: "3", to: "5", reason: "Two members were added by command." };
    const both = (...acknowledge: (typeof members)[]) =>
      production({ etcd: { replicas: 5, storage: { size: "40Gi" } }, acknowledge });

    expect(told(SMALL, both(GROWTH, members))).toEqual([]);
    expect(told(SMALL, both(members))).toHaveLength(1);
  });

  it("may follow the words of the refusal as they stand", () => {
    const [finding] = secondGeneration({ prod: SMALL }, { prod: LARGE() });
    expect(finding?.remedy).toBe(
      'Follow docs/runbooks/volume-growth.md; with it goes under acknowledge: { change: etcd.claims.data.size, from: "20Gi", to: "40Gi", reason: … }.',
    );
  });
});

function told(before: EnvironmentFile, after: EnvironmentFile): string[] {
  return secondGeneration({ prod: before }, { prod: after }).map(
    ({ severity, code, path, message }) => `${severity} ${code} ${path}: ${message}`,
  );
}
