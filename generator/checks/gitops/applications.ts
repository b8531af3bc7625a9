import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type ObjectProblem, problemOf } from "../problem.ts";
import { destructiveOptions, syncOptionsOf } from "../sync-options.ts";
import { type ApplicationSpec, applicationSpec, applications } from "./objects.ts";

/** Applications that would delete what they made, or sync something else than their name says. */
export function checkApplications(objects: readonly KubernetesObject[]): ObjectProblem[] {
  return applications(objects).flatMap((application) => {
    const spec = applicationSpec(application);
    return [
      ...finalizers(application),
      ...options(application, spec),
      ...source(application, spec),
      ...policy(application, spec),
    ];
  });
}

/** `resources-finalizer.argocd.argoproj.io`, or the same with `/background` or `/foreground`. */
function finalizers(application: KubernetesObject): ObjectProblem[] {
  const { finalizers = [] } = application.metadata as { finalizers?: readonly string[] };
  return finalizers
    .filter((finalizer) => finalizer.startsWith("resources-finalizer.argocd.argoproj.io"))
    .map(() =>
      problemOf(
        "E_STORAGE",
        application,
        "Its finalizer deletes everything of the environment together with the Application.",
        "Remove the finalizer.",
      ),
    );
}

function options(application: KubernetesObject, { syncPolicy }: ApplicationSpec): ObjectProblem[] {
  const all = [...(syncPolicy?.syncOptions ?? []), ...syncOptionsOf(application.metadata)];
  return destructiveOptions(all).map((option) =>
    problemOf(
      "E_STORAGE",
      application,
      `${option} can delete objects and make them anew.`,
      `Remove the sync option ${option}.`,
    ),
  );
}

/** `milvus-prod` syncs `overlays/prod`, and the root `apps`: an Application under another's name takes over what is that one's. */
function source(application: KubernetesObject, { source }: ApplicationSpec): ObjectProblem[] {
  const [, environment] = /^milvus-(.+)$/.exec(application.metadata.name) ?? [];
  if (environment === undefined) return [];
  const path = environment === "root" ? "apps" : `overlays/${environment}`;
  return [
    ...(source?.path === path
      ? []
      : [problemOf("E_PATH", application, `It syncs ${source?.path} instead of ${path}.`, `Set source.path: ${path}.`)]),
    ...(isExplicit(source?.targetRevision)
      ? []
      : [problemOf("E_VERSION", application, "It does not say which branch it follows.", "Set source.targetRevision.")]),
  ];
}

function isExplicit(revision = ""): boolean {
  return revision !== "" && revision !== "HEAD";
}

function policy(application: KubernetesObject, { syncPolicy }: ApplicationSpec): ObjectProblem[] {
  const { automated, retry } = syncPolicy ?? {};
  return [
    ...(automated?.allowEmpty === true
      ? [problemOf("E_STORAGE", application, "An empty folder would prune everything.", "Set automated.allowEmpty: false.")]
      : []),
    ...(retry?.limit === undefined || retry.backoff === undefined
      ? [
          problemOf(
            "E_RANGE",
            application,
            "It does not say how often a sync is tried again.",
            "Set retry.limit and retry.backoff.",
          ),
        ]
      : []),
  ];
}
