import type { Invariant, PlatformTree } from "../invariant.ts";
import { inApplications, inEnvironmentApplications } from "./find.ts";
import { applications, ROOT } from "./objects.ts";

/** `milvus-prod` syncs `overlays/prod`, and the root `apps`. */
export const applicationSyncsItsFolder: Invariant<PlatformTree> = {
  name: "application-syncs-its-folder",
  code: "E_PATH",
  severity: "error",
  reason: "An Application that syncs another's folder takes over what is that one's.",
  remedy: "Set source.path: overlays/<environment>, and apps for the root.",
  find: (tree) => [
    ...inEnvironmentApplications(({ spec }, environment) => otherFolder(spec.source?.path, `overlays/${environment}`))(tree),
    ...inApplications(({ name, spec }) => (name === ROOT ? otherFolder(spec.source?.path, "apps") : []))(tree),
    ...inApplications(({ name, spec }) => (name === LOGGING ? otherFolder(spec.source?.path, `apps/${LOGGING}`) : []))(tree),
  ],
};

/** The one add-on that is no chart. */
const LOGGING = "addon-logging";

function otherFolder(path: string | undefined, wanted: string): string[] {
  return path === wanted ? [] : [`It syncs ${path ?? "no folder"} instead of ${wanted}.`];
}

export const applicationNamesItsBranch: Invariant<PlatformTree> = {
  name: "application-names-its-branch",
  code: "E_VERSION",
  severity: "error",
  reason: "Without a branch Argo CD follows whatever the server's default is at the moment.",
  remedy: "Set source.targetRevision to the branch of gitops.yaml.",
  find: inApplications(({ spec }) =>
    ["", "HEAD"].includes(spec.source?.targetRevision ?? "") ? ["It does not say which branch it follows."] : [],
  ),
};

/** The annotation spares Argo CD from rendering every environment for every commit. */
const PATHS = "argocd.argoproj.io/manifest-generate-paths";

export const applicationSeesItsChanges: Invariant<PlatformTree> = {
  name: "application-sees-its-changes",
  code: "E_PATH",
  severity: "error",
  reason: "A commit outside these paths does not render the environment again, so a change of the base would not arrive.",
  remedy: `Annotate it ${PATHS}: .;/base, or remove the annotation.`,
  find: inEnvironmentApplications(({ object: { metadata } }) => {
    const paths = metadata.annotations?.[PATHS];
    if (paths === undefined) return [];
    const listed = String(paths).split(";");
    const missing = [".", "/base"].filter((path) => !listed.includes(path));
    return missing.length === 0 ? [] : [`Its ${PATHS} lacks ${missing.join(" and ")}.`];
  }),
};

export const environmentHasApplication: Invariant<PlatformTree> = {
  name: "environment-has-application",
  code: "E_REF",
  severity: "error",
  reason: "What no Application syncs is in Git and in no cluster.",
  remedy: "Run `npm run generate` and commit apps/<environment>.",
  find: ({ applications: objects, environments }) => {
    const names = applications(objects).map(({ name }) => name);
    return environments
      .filter(({ environment: { name } }) => !names.includes(`milvus-${name}`))
      .map(({ environment: { name } }) => ({
        subject: `overlays/${name}/environment.yaml`,
        message: `There is no Application milvus-${name}.`,
      }));
  },
};
