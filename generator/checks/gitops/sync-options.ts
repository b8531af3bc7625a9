import type { Invariant, PlatformTree } from "../invariant.ts";
import { destructiveOptions, syncOptionsOf } from "../sync-options.ts";
import { inApplications } from "./find.ts";
import { isAddon, ROOT } from "./objects.ts";

/** What each gives is said where the generator sets them. */
const REQUIRED = ["FailOnSharedResource=true", "PruneLast=true", "ServerSideApply=true"];
const OF_ENVIRONMENTS = "ApplyOutOfSyncOnly=true";

export const syncOptionsSet: Invariant<PlatformTree> = {
  name: "sync-options-set",
  code: "E_POLICY",
  severity: "error",
  reason: "Without them a fix waits for what it fixes, two Applications share an object, or running pods lose their ConfigMap.",
  remedy: `Set syncPolicy.syncOptions: ${[OF_ENVIRONMENTS, ...REQUIRED].join(", ")}; the first not in the root.`,
  find: inApplications(({ object, spec }) => {
    const required = object.metadata.name === ROOT ? REQUIRED : [OF_ENVIRONMENTS, ...REQUIRED];
    const missing = required.filter((option) => !spec.syncPolicy?.syncOptions?.includes(option));
    return missing.length === 0 ? [] : [`It lacks ${missing.join(", ")}.`];
  }),
};

/** For all objects of the Application, or for the Application itself as an object of the root. */
export const syncOptionsSafe: Invariant<PlatformTree> = {
  name: "sync-options-safe",
  code: "E_STORAGE",
  severity: "error",
  reason: "Such an option deletes objects and makes them anew, lets through what the API server refuses, or loosens a guard.",
  remedy: "Remove the sync option.",
  find: inApplications(({ object, name, spec: { syncPolicy } }, { platform }) => {
    const ofApplication = syncPolicy?.syncOptions ?? [];
    const all = [...ofApplication, ...syncOptionsOf(object.metadata)];
    const isLoose = (option: string) => LOOSE.has(option) && !(option === NAMESPACE && isAddon(name, platform));
    return [...destructiveOptions(all), ...ofApplication.filter(isLoose)].map((option) => `It has the sync option ${option}.`);
  }),
};

const NAMESPACE = "CreateNamespace=true";

/** The Namespace of an environment is in the tree with its guards, so one made by option would have none. */
const LOOSE: ReadonlySet<string> = new Set([
  "ApplyOutOfSyncOnly=false",
  NAMESPACE,
  "FailOnSharedResource=false",
  "PruneLast=false",
  "ServerSideApply=false",
]);
