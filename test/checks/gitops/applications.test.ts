import { describe, expect, it } from "vitest";
import { checkApplications } from "../../../generator/checks/gitops/applications.ts";
import { withField } from "../objects.ts";
import { soundApps } from "./objects.ts";

const PROD = "Application milvus-prod";
const OPTIONS = "argocd.argoproj.io/sync-options";

describe("checkApplications", () => {
  it("accepts Applications that sync the folder of their name and delete nothing on their way out", () => {
    expect(checkApplications(soundApps())).toEqual([]);
  });

  it("accepts an Application by hand, and a finalizer of somebody else", () => {
    const byHand = withField(soundApps(), PROD, "spec.syncPolicy.automated", undefined);

    expect(checkApplications(byHand)).toEqual([]);
    expect(checkApplications(withField(soundApps(), PROD, "metadata.finalizers", ["example.com/audit"]))).toEqual([]);
  });

  it.each(["", "/background", "/foreground"])("refuses the cascade finalizer%s", (propagation) => {
    const finalizers = [`resources-finalizer.argocd.argoproj.io${propagation}`];

    expect(checkApplications(withField(soundApps(), PROD, "metadata.finalizers", finalizers))).toEqual([
      problem(
        "E_STORAGE",
        "Its finalizer deletes everything of the environment together with the Application.",
        "Remove the finalizer.",
      ),
    ]);
  });

  it.each(["Replace=true", "Force=true"])("refuses %s, for all objects or for itself", (option) => {
    const expected = [
      problem("E_STORAGE", `${option} can delete objects and make them anew.`, `Remove the sync option ${option}.`),
    ];

    expect(checkApplications(withField(soundApps(), PROD, "spec.syncPolicy.syncOptions", [option]))).toEqual(expected);
    expect(checkApplications(withField(soundApps(), PROD, "metadata.annotations", { [OPTIONS]: option }))).toEqual(expected);
  });

  it("refuses a folder that is another's", () => {
    expect(checkApplications(withField(soundApps(), PROD, "spec.source.path", "overlays/dev"))).toEqual([
      problem("E_PATH", "It syncs overlays/dev instead of overlays/prod.", "Set source.path: overlays/prod."),
    ]);
    expect(checkApplications(withField(soundApps(), "Application milvus-root", "spec.source.path", "overlays"))).toEqual([
      {
        code: "E_PATH",
        object: "Application argocd/milvus-root",
        message: "It syncs overlays instead of apps.",
        remedy: "Set source.path: apps.",
      },
    ]);
  });

  it("leaves the folder of other Applications to who wrote them", () => {
    const renamed = withField(soundApps(), PROD, "metadata.name", "cert-manager");

    expect(checkApplications(withField(renamed, "Application cert-manager", "spec.source.path", "chart"))).toEqual([]);
  });

  it.each([undefined, "", "HEAD"])("refuses %s for a branch", (revision) => {
    expect(checkApplications(withField(soundApps(), PROD, "spec.source.targetRevision", revision))).toEqual([
      problem("E_VERSION", "It does not say which branch it follows.", "Set source.targetRevision."),
    ]);
  });

  it("refuses to prune everything when the folder is empty", () => {
    expect(checkApplications(withField(soundApps(), PROD, "spec.syncPolicy.automated.allowEmpty", true))).toEqual([
      problem("E_STORAGE", "An empty folder would prune everything.", "Set automated.allowEmpty: false."),
    ]);
  });

  it.each(["limit", "backoff"])("refuses retries without a %s, which Argo CD takes for none", (field) => {
    expect(checkApplications(withField(soundApps(), PROD, `spec.syncPolicy.retry.${field}`, undefined))).toEqual([
      problem("E_RANGE", "It does not say how often a sync is tried again.", "Set retry.limit and retry.backoff."),
    ]);
  });
});

function problem(code: string, message: string, remedy: string) {
  return { code, object: "Application argocd/milvus-prod", message, remedy };
}
