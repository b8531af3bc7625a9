import { describe, expect, it } from "vitest";
import { checkApps } from "../../../generator/checks/gitops/index.ts";
import { withField } from "../objects.ts";
import { soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";

describe("checkApps", () => {
  it("finds nothing in Applications and projects that are sound", () => {
    expect(checkApps(soundApps())).toEqual([]);
  });

  it("refuses a second Application of one name: Argo CD would take it for a redefinition", () => {
    expect(checkApps(withField(soundApps(), PROD, "metadata.name", "milvus-dev"))).toContainEqual({
      code: "E_DUP",
      object: "Application argocd/milvus-dev",
      message: "The object is defined twice.",
      remedy: "Rename or remove one of the two.",
    });
  });

  it.each([
    { family: "destinations", path: "spec.destination.namespace", value: "milvus-dev", code: "E_DUP" },
    { family: "projects", path: "spec.project", value: "default", code: "E_REF" },
    { family: "applications", path: "spec.source.path", value: "overlays/dev", code: "E_PATH" },
  ])("looks into $family", ({ path, value, code }) => {
    expect(checkApps(withField(soundApps(), PROD, path, value)).map((problem) => problem.code)).toContain(code);
  });
});
