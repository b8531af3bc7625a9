import { describe, expect, it } from "vitest";
import { digestsWhole, imagesTagged } from "../../../generator/checks/images/exact-images.ts";
import { parseImage } from "../../../generator/checks/images/image-reference.ts";
import { imagesMaintained } from "../../../generator/checks/images/maintained.ts";
import { oneVersion } from "../../../generator/checks/images/one-version.ts";
import { adding, all, anObject, aWorkload, type Edit, plannedTree, set } from "../quorum/edits.ts";

const TREE = plannedTree("production");
const DIGEST = `sha256:${"0a".repeat(32)}`;
const SUBJECT = "StatefulSet milvus-prod/etcd";

describe("parseImage", () => {
  it.each([
    { reference: "milvusdb/milvus:v2.6.20", repository: "milvusdb/milvus", tag: "v2.6.20", digest: undefined },
    { reference: "registry:5000/milvus", repository: "registry:5000/milvus", tag: undefined, digest: undefined },
    { reference: `registry:5000/a/milvus:1@${DIGEST}`, repository: "registry:5000/a/milvus", tag: "1", digest: DIGEST },
    { reference: `milvus@${DIGEST}`, repository: "milvus", tag: undefined, digest: DIGEST },
    { reference: "", repository: "", tag: undefined, digest: undefined },
  ])("reads $reference", (parts) => {
    expect(parseImage(parts.reference)).toEqual(parts);
  });
});

describe("imagesTagged", () => {
  it("accepts a tag, with or without a digest", () => {
    expect(imagesTagged.find(TREE)).toEqual([]);
    expect(imagesTagged.find(image(`quay.io/coreos/etcd:v3.5.25@${DIGEST}`)(TREE))).toEqual([]);
  });

  it.each([
    { reference: "quay.io:443/coreos/etcd", fault: "no tag" },
    { reference: "quay.io/coreos/etcd:", fault: "no tag" },
    { reference: `quay.io/coreos/etcd@${DIGEST}`, fault: "no tag" },
    { reference: "quay.io/coreos/etcd:latest", fault: "the tag latest" },
  ])("refuses $reference", ({ reference, fault }) => {
    expect(imagesTagged.find(image(reference)(TREE))).toEqual([
      { subject: SUBJECT, message: `Its image ${reference} has ${fault}.` },
    ]);
  });

  it("looks at init containers, and at workloads of any form", () => {
    const init = set("StatefulSet pulsar-bookkeeper", "spec.template.spec.initContainers.0.image", "busybox");
    const odd = adding(anObject("Deployment", "a"), anObject("Deployment", "b", { spec: { template: { spec: {} } } }));

    expect(imagesTagged.find(all(init, odd)(TREE))).toEqual([
      { subject: "StatefulSet milvus-prod/pulsar-bookkeeper", message: "Its image busybox has no tag." },
    ]);
  });
});

describe("digestsWhole", () => {
  it.each(["sha256:0a0a", DIGEST.toUpperCase(), `${DIGEST}0`, DIGEST.replace("sha256", "sha1"), ""])(
    "refuses the digest %s",
    (digest) => {
      expect(digestsWhole.find(image(`quay.io/coreos/etcd:v3.5.25@${DIGEST}`)(TREE))).toEqual([]);
      expect(digestsWhole.find(image(`quay.io/coreos/etcd:v3.5.25@${digest}`)(TREE))).toEqual([
        { subject: SUBJECT, message: `The digest of its image is ${digest}.` },
      ]);
    },
  );
});

describe("oneVersion", () => {
  it("refuses a role of Milvus with another image, by tag or by registry", () => {
    const role = (reference: string) => set("Deployment milvus-datanode", "spec.template.spec.containers.0.image", reference);

    expect(oneVersion.find(TREE)).toEqual([]);
    for (const reference of ["milvusdb/milvus:v2.6.19", "quay.io/acme/milvus:v2.6.20"]) {
      expect(oneVersion.find(role(reference)(TREE))).toEqual([
        {
          subject: "Deployment milvus-prod/milvus-datanode",
          message: `It runs ${reference}, and Deployment milvus-mixcoord milvusdb/milvus:v2.6.20.`,
        },
      ]);
    }
  });

  it("refuses a tool of Pulsar with another image than its servers", () => {
    const tool = set("StatefulSet pulsar-broker", "spec.template.spec.initContainers.0.image", "apachepulsar/pulsar:4.0.1");

    expect(oneVersion.find(tool(TREE))).toEqual([
      {
        subject: "StatefulSet milvus-prod/pulsar-broker",
        message: "It runs apachepulsar/pulsar:4.0.1, and StatefulSet pulsar-zookeeper apachepulsar/pulsar:3.0.7.",
      },
    ]);
  });

  it("lets another program stand beside a component, and what a person wrote", () => {
    const sidecar = set("StatefulSet etcd", "spec.template.spec.initContainers", [{ name: "copy", image: "rclone/rclone:1" }]);
    const own = adding(aWorkload("Job", "one", { image: "busybox:1" }), aWorkload("Job", "two", { image: "busybox:2" }));

    expect(oneVersion.find(all(sidecar, own)(TREE))).toEqual([]);
  });
});

describe("imagesMaintained", () => {
  it("leaves it to the rules to warn of what the environment's file names", () => {
    expect(imagesMaintained.find(TREE)).toEqual([]);
  });

  it.each([
    { reference: "quay.io/coreos/etcd:v3.5.2", fault: "lets members disagree about the data (etcd#13766)" },
    { reference: "quay.io/minio/minio:RELEASE.2023-01-01T00-00-00Z", fault: "has CVE-2025-62506" },
  ])("warns of $reference", ({ reference, fault }) => {
    expect(imagesMaintained.find(adding(aWorkload("Deployment", "own", { image: reference }))(TREE))).toEqual([
      { subject: "Deployment milvus-prod/own", message: `${reference} ${fault}.` },
    ]);
    expect(imagesMaintained.severity).toBe("warning");
  });

  it.each([
    "quay.io/coreos/etcd:v3.5.3",
    "quay.io/coreos/etcd:v3.6.1",
    "quay.io/coreos/etcd",
    "acme/minio:RELEASE.2025-10-15T17-29-55Z",
    "acme/minio:7",
    "acme/milvus:v2.3.0",
  ])("accepts %s", (reference) => {
    expect(imagesMaintained.find(adding(aWorkload("Deployment", "own", { image: reference }))(TREE))).toEqual([]);
  });
});

function image(reference: string): Edit {
  return set("StatefulSet etcd", "spec.template.spec.containers.0.image", reference);
}
