import { expect, it } from "vitest";
import { renderPatch } from "../../generator/changes/patch.ts";

it("is a patch that git apply takes: files that change, come and go", () => {
  const changes = [
    { path: "a.yaml", before: "a: 1\nb: 2\n", after: "a: 1\nb: 3\n" },
    { path: "new.yaml", before: undefined, after: "x: y\n" },
    { path: "old.yaml", before: "z: 1\n", after: undefined },
  ];

  expect(renderPatch(changes)).toBe(`--- a/a.yaml
+++ b/a.yaml
@@ -1,2 +1,2 @@
 a: 1
-b: 2
+b: 3
--- /dev/null
+++ b/new.yaml
@@ -0,0 +1,1 @@
+x: y
--- a/old.yaml
+++ /dev/null
@@ -1,1 +0,0 @@
-z: 1
`);
});

it("is nothing where nothing changes", () => {
  expect(renderPatch([])).toBe("");
});
