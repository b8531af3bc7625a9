import { describe, expect, it } from "vitest";
import { etcdCompacts, etcdQuotaFits } from "../../../generator/checks/data/etcd-space.ts";
import { all, type Edit, plannedTree, set, setVariable } from "../quorum/edits.ts";

/** A quota of 4 GiB, a memory limit above it and a claim of 10Gi or more. */
const TREE = plannedTree("production");
const ETCD = "StatefulSet etcd";
const SUBJECT = "StatefulSet milvus-prod/etcd";
const GIB = 2 ** 30;

describe("etcdQuotaFits", () => {
  it("accepts a quota that fits, as a variable or a flag, which counts more", () => {
    const flag = set(ETCD, "spec.template.spec.containers.0.args", [`--quota-backend-bytes=${2 * GIB}`]);

    expect(etcdQuotaFits.find(TREE)).toEqual([]);
    expect(etcdQuotaFits.find(all(quota(9 * GIB), flag)(TREE))).toEqual([]);
  });

  it.each([
    {
      title: "no quota",
      edit: setVariable(ETCD, "ETCD_QUOTA_BACKEND_BYTES", undefined),
      message: "It sets no quota, and etcd's own is 2 GiB.",
    },
    {
      title: "a quota that is no number",
      edit: setVariable(ETCD, "ETCD_QUOTA_BACKEND_BYTES", "4Gi"),
      message: "It sets no quota, and etcd's own is 2 GiB.",
    },
    { title: "too little memory", edit: memory("3Gi"), message: "Its quota of 4Gi is above its memory limit of 3Gi." },
    { title: "too small a volume", edit: claim("9Gi"), message: "Its quota of 4Gi needs more than its claim of 9Gi." },
    {
      title: "more than etcd can take",
      edit: all(quota(9 * GIB), memory("16Gi"), claim("100Gi")),
      message: "Its quota of 9Gi is above 8 GiB.",
    },
  ])("refuses $title", ({ edit, message }) => {
    expect(etcdQuotaFits.find(edit(TREE))).toEqual([{ subject: SUBJECT, message }]);
  });

  it("accepts two and a half times the quota to the byte", () => {
    expect(etcdQuotaFits.find(claim("10Gi")(TREE))).toEqual([]);
  });
});

describe("etcdCompacts", () => {
  it("accepts revisions and hours", () => {
    const hours = all(
      setVariable(ETCD, "ETCD_AUTO_COMPACTION_MODE", "periodic"),
      setVariable(ETCD, "ETCD_AUTO_COMPACTION_RETENTION", "1h"),
    );

    expect(etcdCompacts.find(TREE)).toEqual([]);
    expect(etcdCompacts.find(hours(TREE))).toEqual([]);
  });

  it.each([
    { title: "no mode", name: "ETCD_AUTO_COMPACTION_MODE", value: undefined },
    { title: "a mode that etcd does not have", name: "ETCD_AUTO_COMPACTION_MODE", value: "hourly" },
    { title: "no retention", name: "ETCD_AUTO_COMPACTION_RETENTION", value: undefined },
    { title: "a retention of 0, which switches it off", name: "ETCD_AUTO_COMPACTION_RETENTION", value: "0" },
  ])("refuses $title", ({ name, value }) => {
    expect(etcdCompacts.find(setVariable(ETCD, name, value)(TREE))).toEqual([
      { subject: SUBJECT, message: "It does not compact its history." },
    ]);
  });
});

function quota(bytes: number): Edit {
  return setVariable(ETCD, "ETCD_QUOTA_BACKEND_BYTES", String(bytes));
}

function memory(limit: string): Edit {
  return set(ETCD, "spec.template.spec.containers.0.resources.limits.memory", limit);
}

function claim(size: string): Edit {
  return set(ETCD, "spec.volumeClaimTemplates.0.spec.resources.requests.storage", size);
}
