import { describe, expect, it } from "vitest";
import { claimsOutlivePods, claimTemplatesNeverChange, noBareClaims } from "../../../generator/checks/data/claims.ts";
import { adding, all, anObject, plannedTree, set } from "../quorum/edits.ts";

const TREE = plannedTree("production");
const SUBJECT = "StatefulSet milvus-prod/etcd";

describe("claimsOutlivePods", () => {
  it("asks it of StatefulSets with claims alone", () => {
    const broker = set("StatefulSet pulsar-broker", "spec.persistentVolumeClaimRetentionPolicy", undefined);

    expect(claimsOutlivePods.find(broker(TREE))).toEqual([]);
  });

  it.each([
    {
      title: "no policy",
      policy: undefined,
      messages: ["It sets whenDeleted to nothing, and not to Retain.", "It sets whenScaled to nothing, and not to Retain."],
    },
    {
      title: "claims that go with the StatefulSet",
      policy: { whenDeleted: "Delete", whenScaled: "Retain" },
      messages: ["It sets whenDeleted to Delete, and not to Retain."],
    },
    {
      title: "claims that go with their pod",
      policy: { whenDeleted: "Retain", whenScaled: "Delete" },
      messages: ["It sets whenScaled to Delete, and not to Retain."],
    },
  ])("refuses $title", ({ policy, messages }) => {
    const edit = set("StatefulSet etcd", "spec.persistentVolumeClaimRetentionPolicy", policy);

    expect(claimsOutlivePods.find(edit(TREE))).toEqual(messages.map((message) => ({ subject: SUBJECT, message })));
  });
});

describe("claimTemplatesNeverChange", () => {
  it("accepts labels that select", () => {
    expect(claimTemplatesNeverChange.find(TREE)).toEqual([]);
  });

  it.each(["app.kubernetes.io/instance", "app.kubernetes.io/version", "helm.sh/chart"])("refuses the label %s", (label) => {
    const edit = set("StatefulSet etcd", "spec.volumeClaimTemplates.0.metadata.labels", { [label]: "x" });

    expect(claimTemplatesNeverChange.find(edit(TREE))).toEqual([
      { subject: SUBJECT, message: `Its claim template data has the label ${label}.` },
    ]);
  });

  it("reads claim templates of any form", () => {
    const odd = all(
      set("StatefulSet etcd", "spec.volumeClaimTemplates", [null, {}, { metadata: { labels: [] } }]),
      set("StatefulSet minio", "spec", undefined),
    );

    expect(claimTemplatesNeverChange.find(odd(TREE))).toEqual([]);
  });
});

describe("noBareClaims", () => {
  it("refuses a claim outside a StatefulSet", () => {
    expect(noBareClaims.find(TREE)).toEqual([]);
    expect(noBareClaims.find(adding(anObject("PersistentVolumeClaim", "x"))(TREE))).toEqual([
      { subject: "PersistentVolumeClaim milvus-prod/x", message: "It is a claim of its own in Git." },
    ]);
  });
});
