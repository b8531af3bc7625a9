import { expect, it } from "vitest";
import { areaOf } from "../../generator/system/areas.ts";

it.each([
  { path: "base/kustomization.yaml", area: "base" },
  { path: "base/etcd/statefulset.yaml", area: "base" },
  { path: ".github/workflows/check.yaml", area: ".github" },
  { path: "apps/root.yaml", area: "apps" },
  { path: "apps/prod/application.yaml", area: "apps/prod" },
  { path: "overlays/README.md", area: "overlays" },
  { path: "overlays/prod/etcd/statefulset.patch.yaml", area: "overlays/prod" },
  { path: "overlays/custom/kustomization.yaml", area: "overlays/custom" },
])("owns $path in $area, so that an environment changes only its own folders", ({ path, area }) => {
  expect(areaOf(path)).toBe(area);
});

it.each([
  "overlays/prod/environment.yaml",
  "overlays/prod/custom/patch.yaml",
  "overlays/prod/generated.sha256",
  "overlays/prod/../../gitops.yaml",
  "overlays/prod/./kustomization.yaml",
  "overlays//kustomization.yaml",
  "/etc/passwd",
  "gitops.yaml",
  "generator/main.ts",
  "base/new\nline.yaml",
  "base/back\\slash.yaml",
  "base",
])("owns nothing at %j", (path) => {
  expect(areaOf(path)).toBeUndefined();
});
