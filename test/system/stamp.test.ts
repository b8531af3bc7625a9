import { chmodSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isIntact } from "../../generator/system/intact-tree.ts";
import { readSources } from "../../generator/system/repository.ts";
import { sourcesDigest } from "../../generator/system/sources-digest.ts";
import { keepStamp, readStamp, type Stamp } from "../../generator/system/stamp.ts";
import { applyWrite, planWrite } from "../../generator/system/tree.ts";
import { filesDigest } from "../../generator/system/tree-digest.ts";
import { aFolder, contentsOf, put } from "./temporary-folder.ts";

const STAMP: Stamp = { build: "a.cjs", inputs: "12", tree: "34", findings: [] };
const FILE = "node_modules/.cache/milvus-gitops/stamp.json";

const INPUTS = {
  "gitops.yaml": "kind: Platform\n",
  "overlays/a/environment.yaml": "profile: small\n",
  "overlays/b/environment.yaml": "profile: large\n",
};
const FILES = new Map([
  ["base/etcd/service.yaml", "kind: Service\n"],
  ["overlays/README.md", "# Ünïcode\n"],
  ["overlays/a/etcd/statefulset.patch.yaml", `${"# long\n".repeat(30_000)}kind: StatefulSet\n`],
  ["apps/a/empty.yaml", ""],
]);

describe("a stamp", () => {
  it("is read as it was kept, and leaves no other file", () => {
    const root = aFolder({ "node_modules/x/package.json": "{}" });
    keepStamp(root, () => STAMP);
    keepStamp(root, () => ({ ...STAMP, tree: "56" }));

    expect(readStamp(root)).toEqual({ ...STAMP, tree: "56" });
    expect(Object.keys(contentsOf(root)).sort()).toEqual([FILE, "node_modules/x/package.json"]);
  });

  it("removes what a run left that was killed while it kept one", () => {
    const root = aFolder({ "node_modules/.cache/milvus-gitops/.stamp.json.tmp-0123456789ab": "half" });
    keepStamp(root, () => STAMP);

    expect(Object.keys(contentsOf(root))).toEqual([FILE]);
  });

  it("is not made where it has no place", () => {
    const root = aFolder({ "gitops.yaml": "" });
    keepStamp(root, () => expect.unreachable("made"));

    expect(readStamp(root)).toBeUndefined();
    expect(contentsOf(root)).toEqual({ "gitops.yaml": "" });
  });

  it.each([
    ["nothing", ""],
    ["half of one", JSON.stringify(STAMP).slice(0, 30)],
    ["null", "null"],
    ["a list", "[]"],
    ["text", '"stamp"'],
    ["a build that is none", JSON.stringify({ ...STAMP, build: 1 })],
    ["inputs that are none", JSON.stringify({ ...STAMP, inputs: null })],
    ["a tree that is none", JSON.stringify({ ...STAMP, tree: undefined })],
    ["findings that are none", JSON.stringify({ ...STAMP, findings: "none" })],
  ])("is none where the file holds %s", (_title, text) => {
    expect(readStamp(aFolder({ [FILE]: text }))).toBeUndefined();
  });

  it("is none where a folder stands, and then is not kept either", () => {
    const root = aFolder();
    mkdirSync(join(root, FILE), { recursive: true });
    keepStamp(root, () => STAMP);

    expect(readStamp(root)).toBeUndefined();
    expect(contentsOf(root)).toEqual({ [`${FILE}/`]: "" });
  });
});

describe("the digest of the inputs", () => {
  it("is the same for the same inputs, wherever they are", () => {
    expect(digestOf(INPUTS)).toBe(digestOf(INPUTS));
  });

  it.each<[string, Record<string, string>]>([
    ["a text", { ...INPUTS, "overlays/b/environment.yaml": "profile: small\n" }],
    ["gitops.yaml", { ...INPUTS, "gitops.yaml": "kind: platform\n" }],
    ["one more environment", { ...INPUTS, "overlays/c/environment.yaml": "" }],
    ["a kustomization in custom/", { ...INPUTS, "overlays/a/custom/kustomization.yaml": "" }],
    [
      "a text that moved to the next file",
      { ...INPUTS, "overlays/a/environment.yaml": "", "overlays/b/environment.yaml": "profile: small\nprofile: large\n" },
    ],
  ])("differs with %s", (_title, inputs) => {
    expect(digestOf(inputs)).not.toBe(digestOf(INPUTS));
  });

  it("differs with the name of an environment and with a file that cannot be read", () => {
    const { "overlays/b/environment.yaml": text, ...others } = INPUTS;
    const unreadable = aFolder({ ...others, "overlays/b/environment.yaml/x": "" });
    const digests = [
      digestOf(INPUTS),
      digestOf({ ...others, "overlays/c/environment.yaml": text }),
      sourcesDigest(readSources(unreadable)),
    ];

    expect(new Set(digests).size).toBe(3);
  });
});

describe("a tree is intact", () => {
  it("as it was written, with files of people in it", () => {
    const root = writtenTree();
    put(root, "overlays/a/custom/note.md", "by hand");
    put(root, "apps/mine.yaml", "by hand");

    expect(isIntact(root, filesDigest(FILES))).toBe(true);
  });

  it("whatever the order in which its files were planned", () => {
    expect(isIntact(writtenTree(), filesDigest(new Map([...FILES].reverse())))).toBe(true);
  });

  it.each([...FILES.keys()])("not when a byte of %s is another", (path) => {
    const root = writtenTree();
    put(root, path, `${FILES.get(path)} `);

    expect(isIntact(root, filesDigest(FILES))).toBe(false);
  });

  it("not when other files, fewer or more are wanted", () => {
    const root = writtenTree();
    const [first, ...rest] = FILES;
    const wanted = [new Map(rest), new Map([...FILES, ["base/x.yaml", ""]]), new Map([...rest, [first?.[0] ?? "", "other"]])];

    expect(wanted.map((files) => isIntact(root, filesDigest(files)))).toEqual([false, false, false]);
  });

  it("not when a folder has another name", () => {
    const root = writtenTree();
    renameSync(join(root, "apps/a"), join(root, "apps/b"));

    expect(isIntact(root, filesDigest(FILES))).toBe(false);
  });

  it("not where it cannot be read", () => {
    const root = writtenTree();
    chmodSync(join(root, "base/etcd/service.yaml"), 0);
    chmodSync(root, 0o755);

    expect(withoutPrivileges(() => isIntact(root, filesDigest(FILES)))).toBe(false);
  });
});

function digestOf(files: Readonly<Record<string, string>>): string {
  return sourcesDigest(readSources(aFolder(files)));
}

function writtenTree(): string {
  const root = aFolder();
  applyWrite(root, planWrite(root, FILES), { force: false });
  return root;
}

/** The superuser may read everything. */
function withoutPrivileges<T>(action: () => T): T {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}
