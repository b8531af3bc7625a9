import { describe, expect, it } from "vitest";
import { userFitsImage } from "../../../generator/checks/security/image-user.ts";
import { anEnvironment } from "../../support/environments.ts";
import { soundExcept, soundObjects, withField } from "../objects.ts";
import { treeOf } from "../trees.ts";

const POD = "spec.template.spec";
const CONTEXT = `${POD}.securityContext`;

/** The StatefulSet runs an image, as a user. */
function running(image: string, runAsUser: number, group: number) {
  const objects = soundExcept("StatefulSet db", `${POD}.containers.0.image`, image);
  return withField(objects, "StatefulSet db", CONTEXT, { runAsUser, runAsGroup: group, fsGroup: group });
}

describe("userFitsImage", () => {
  it("says nothing of images that the environment does not name", () => {
    expect(userFitsImage.find(treeOf(soundObjects()))).toEqual([]);
    expect(userFitsImage.find(treeOf(running("milvusdb/milvus-tool:v1", 5, 5)))).toEqual([]);
  });

  it.each([
    { image: "quay.io/coreos/etcd:v3.5.25", uid: 10001, gid: 10001 },
    { image: "quay.io/minio/minio:RELEASE.2024-12-18T13-15-44Z", uid: 10001, gid: 10001 },
    { image: "apachepulsar/pulsar:3.0.7", uid: 10000, gid: 10001 },
    { image: "milvusdb/milvus:v2.6.20", uid: 10001, gid: 0 },
    { image: `milvusdb/milvus:v2.6.20@sha256:${"0".repeat(64)}`, uid: 10001, gid: 0 },
  ])("wants $uid:$gid of $image", ({ image, uid, gid }) => {
    expect(userFitsImage.find(treeOf(running(image, uid, gid)))).toEqual([]);
    expect(userFitsImage.find(treeOf(running(image, 5, 7)))).toEqual([
      problem(`Container db: runAsUser is 5, and its image needs ${uid}.`),
      problem(`Container db: runAsGroup is 7, and its image needs ${gid}.`),
      problem(`Container db: fsGroup is 7, and its image needs ${gid}.`),
    ]);
  });

  it("wants Milvus' own user from 3.0 on", () => {
    const { milvus } = anEnvironment();
    const later = { milvus: { ...milvus, version: "3.0.0" } };

    expect(userFitsImage.find(treeOf(running("milvusdb/milvus:v3.0.0", 999, 999), later))).toEqual([]);
  });

  it("counts a container's own user more than the pod's", () => {
    const objects = running("quay.io/coreos/etcd:v3.5.25", 10001, 10001);
    const broken = withField(objects, "StatefulSet db", `${POD}.containers.0.securityContext.runAsUser`, 5);

    expect(userFitsImage.find(treeOf(broken))).toEqual([problem("Container db: runAsUser is 5, and its image needs 10001.")]);
  });
});

function problem(message: string) {
  return { subject: "StatefulSet milvus-test/db", message };
}
