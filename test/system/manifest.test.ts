import { expect, it } from "vitest";
import { manifestOf, mergeManifests, owns, parseManifest, renderManifest } from "../../generator/system/manifest.ts";

const HASH_OF_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
const HASH_OF_B = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d";

it("is what `sha256sum -c` reads, sorted by path", () => {
  const manifest = manifestOf(
    new Map([
      ["base/z.yaml", "b"],
      ["base/etcd/a.yaml", "a"],
    ]),
  );

  expect(renderManifest("base", manifest)).toBe(`${HASH_OF_A}  etcd/a.yaml\n${HASH_OF_B}  z.yaml\n`);
});

it("is the empty text for an area without files", () => {
  expect(renderManifest("base", new Map())).toBe("");
});

it("owns a file by any of its hashes", () => {
  const manifest = mergeManifests(manifestOf(new Map([["base/x", "a"]])), manifestOf(new Map([["base/x", "b"]])));

  expect(renderManifest("base", manifest)).toBe(`${HASH_OF_B}  x\n${HASH_OF_A}  x\n`);
  expect(["a", "b", "c"].map((text) => owns(manifest, "base/x", text))).toEqual([true, true, false]);
  expect(owns(manifest, "base/y", "a")).toBe(false);
});

it("is read back as it was written", () => {
  const manifest = manifestOf(new Map([["overlays/dev/etcd/a.yaml", "a"]]));

  expect(parseManifest("overlays/dev", renderManifest("overlays/dev", manifest))).toEqual(manifest);
});

it("keeps what both sides of a merge conflict own", () => {
  const text = `<<<<<<< HEAD\n${HASH_OF_A}  x\n=======\n${HASH_OF_B}  x\n>>>>>>> change\n`;

  expect(parseManifest("base", text)).toEqual(new Map([["base/x", new Set([HASH_OF_A, HASH_OF_B])]]));
});

it.each([
  "environment.yaml",
  "custom/kustomization.yaml",
  "../prod/x.yaml",
  "../../gitops.yaml",
  "/etc/passwd",
  "generated.sha256",
])("does not own %s, whoever wrote the line", (path) => {
  expect(parseManifest("overlays/dev", `${HASH_OF_A}  ${path}\n`)).toEqual(new Map());
});

it("owns in an area only what is no part of another one", () => {
  expect(parseManifest("overlays", `${HASH_OF_A}  dev/kustomization.yaml\n`)).toEqual(new Map());
});
