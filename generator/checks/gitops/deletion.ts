import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type Invariant, type PlatformTree, violation } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { syncOptionsOf } from "../sync-options.ts";
import { inApplications } from "./find.ts";
import { ROOT } from "./objects.ts";

/** `resources-finalizer.argocd.argoproj.io`, or the same with `/background` or `/foreground`. */
const CASCADE = "resources-finalizer.argocd.argoproj.io";

export const applicationsNeverCascade: Invariant<PlatformTree> = {
  name: "applications-never-cascade",
  code: "E_STORAGE",
  severity: "error",
  reason: "With this finalizer everything of the environment is deleted together with its Application.",
  remedy: "Remove the finalizer.",
  find: inApplications(({ object }) =>
    finalizers(object)
      .filter((finalizer) => finalizer.startsWith(CASCADE))
      .map((finalizer) => `It has the finalizer ${finalizer}.`),
  ),
};

function finalizers({ metadata }: KubernetesObject): readonly string[] {
  return readAs<{ finalizers?: readonly string[] }>(metadata, { finalizers: ["text"] })?.finalizers ?? [];
}

export const rootPrunesNothing: Invariant<PlatformTree> = {
  name: "root-prunes-nothing",
  code: "E_STORAGE",
  severity: "error",
  reason: "A folder that is missing in one commit would take the Application of its environment with it.",
  remedy: "Set automated.prune: false; people prune the root by hand.",
  find: inApplications(({ name, spec }) =>
    name === ROOT && spec.syncPolicy?.automated?.prune === true ? ["It prunes by itself."] : [],
  ),
};

/** The root is its own child, and its project too. */
export const childrenGuarded: Invariant<PlatformTree> = {
  name: "children-guarded",
  code: "E_STORAGE",
  severity: "error",
  reason: "Without its guards an Application or AppProject goes when its file or the root goes.",
  remedy: "Annotate it argocd.argoproj.io/sync-options: Prune=confirm,Delete=false.",
  find: ({ applications }) => applications.flatMap((object) => unguarded(object).map((message) => violation(object, message))),
};

const GUARDS = [
  ["Prune=confirm", "Prune=false"],
  ["Delete=false", "Delete=confirm"],
] as const;

function unguarded({ metadata }: KubernetesObject): string[] {
  const options = syncOptionsOf(metadata);
  const missing = GUARDS.filter((either) => !either.some((option) => options.includes(option))).map(([first]) => first);
  return missing.length === 0 ? [] : [`It lacks ${missing.join(" and ")}.`];
}
