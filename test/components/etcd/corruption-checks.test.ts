import { describe, expect, it } from "vitest";
import { corruptionChecks } from "../../../generator/components/etcd/corruption-checks.ts";

const FLAGS = [
  { name: "ETCD_EXPERIMENTAL_INITIAL_CORRUPT_CHECK", value: "true" },
  { name: "ETCD_EXPERIMENTAL_COMPACT_HASH_CHECK_ENABLED", value: "true" },
];
const GATES = [{ name: "ETCD_FEATURE_GATES", value: "CompactHashCheck=true,InitialCorruptCheck=true" }];

describe("corruptionChecks", () => {
  it.each(["v3.5.7", "v3.5.25", "3.5.25-r1", "stable"])("are experimental flags for %s", (tag) => {
    expect(corruptionChecks(tag)).toEqual(FLAGS);
  });

  it.each(["v3.6.0", "v3.6.8", "3.7.1-r2", "v3.10.0"])("are feature gates for %s", (tag) => {
    expect(corruptionChecks(tag)).toEqual(GATES);
  });
});
