import { describe, expect, it } from "vitest";
import { minioLayoutLegal } from "../../../generator/checks/quorum/minio-layout.ts";
import { minioPools, poolSetSize } from "../../../generator/checks/quorum/minio-pools.ts";
import { all, type Edit, plannedTree, set, setVariable } from "./edits.ts";

const TREE = plannedTree("production");
const MINIO = "StatefulSet minio";
const SUBJECT = "StatefulSet milvus-prod/minio";

describe("minioLayoutLegal", () => {
  it.each([
    { title: "production's", tree: TREE },
    { title: "a single server with one drive", tree: plannedTree("development") },
    { title: "a second pool of another StatefulSet", tree: args(pool("minio", 3, 1), pool("minio2", 7, 3))(TREE) },
    { title: "drives from MINIO_VOLUMES", tree: all(args(), setVariable(MINIO, "MINIO_VOLUMES", pool("minio", 3, 1)))(TREE) },
    { title: "flags with a word of their own", tree: args("--certs-dir", "/certs", pool("minio", 3, 1))(TREE) },
  ])("accepts $title", ({ tree }) => {
    expect(minioLayoutLegal.find(tree)).toEqual([]);
  });

  it.each([
    { title: "no drive", edit: args(), messages: ["Its arguments name no drive of its own pods."] },
    { title: "another's drives", edit: args(pool("db", 3, 1)), messages: ["Its arguments name no drive of its own pods."] },
    {
      title: "more servers than pods",
      edit: args(pool("minio", 7, 1)),
      messages: ["Its arguments name 8 servers, and it runs 4."],
    },
    {
      title: "pods that the arguments do not know",
      edit: set(MINIO, "spec.replicas", 6),
      messages: ["Its arguments name 4 servers, and it runs 6."],
    },
    {
      title: "a drive without a volume",
      edit: args(pool("minio", 3, 2)),
      messages: ["No volume is mounted at the drive /data-2."],
    },
    {
      title: "drives that divide into no sets",
      edit: all(args(pool("minio", 16, 1)), set(MINIO, "spec.replicas", 17)),
      messages: ["17 servers of 2 drives divide into no erasure sets."],
    },
    {
      title: "parity above half of a set",
      edit: setVariable(MINIO, "MINIO_STORAGE_CLASS_STANDARD", "EC:5"),
      messages: ["EC:5 is more than half of a set of 8 drives."],
    },
  ])("refuses $title", ({ edit, messages }) => {
    expect(minioLayoutLegal.find(edit(TREE))).toEqual(messages.map((message) => ({ subject: SUBJECT, message })));
  });
});

describe("minioPools", () => {
  it("expands ranges of servers and of drives, one after the other", () => {
    const container = {
      name: "minio",
      args: ["server", "http://m-{1...2}.x{0...1}:9000/d{0...1}/e{2...3}", "--quiet", "/one"],
    };

    expect(minioPools({ containers: [container] })).toEqual([
      { host: "m-{1...2}.x{0...1}:9000", servers: 4, drives: ["/d0/e2", "/d0/e3", "/d1/e2", "/d1/e3"] },
      { host: "", servers: 1, drives: ["/one"] },
    ]);
  });
});

describe("poolSetSize", () => {
  it.each([
    { servers: 4, drives: 1, size: 4 },
    { servers: 4, drives: 2, size: 8 },
    { servers: 4, drives: 4, size: 16 },
    { servers: 16, drives: 1, size: 16 },
    { servers: 32, drives: 1, size: 16 },
    { servers: 3, drives: 2, size: 6 },
    { servers: 5, drives: 1, size: 5 },
    { servers: 17, drives: 1, size: undefined },
  ])("is $size for $servers servers of $drives drives", ({ servers, drives, size }) => {
    const pool = { host: "", servers, drives: Array.from({ length: drives }, (_, index) => `/data-${index}`) };

    expect(poolSetSize(pool)).toBe(size);
  });
});

function pool(name: string, lastServer: number, lastDrive: number): string {
  return `http://${name}-{0...${lastServer}}.${name}-headless.$(POD_NAMESPACE).svc:9000/data-{0...${lastDrive}}`;
}

function args(...words: readonly string[]): Edit {
  return set(MINIO, "spec.template.spec.containers.0.args", ["server", ...words]);
}
