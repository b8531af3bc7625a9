import type { Invariant, RepositoryTree, Violation } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { maps } from "./entries.ts";
import { type Kustomization, kustomizations } from "./kustomizations.ts";

/** Kustomize takes a field in any letters, `HelmCharts` too, so what is not listed is refused. */
export const kustomizationIsPlain: Invariant<RepositoryTree> = {
  name: "kustomization-is-plain",
  code: "E_POLICY",
  severity: "error",
  reason: "Plugins, charts and generated Secrets run programs, fetch from elsewhere, or need a credential in Git.",
  remedy: "Use resources, components, patches, replacements, images, replicas or configMapGenerator.",
  find: inKustomizations(({ fields }) =>
    Object.keys(fields)
      .filter((field) => !PLAIN.has(field) && !RENAMING.has(field))
      .map((field) => `It uses ${field}.`),
  ),
};

const PLAIN: ReadonlySet<string> = new Set([
  "apiVersion",
  "buildMetadata",
  "commonAnnotations",
  "components",
  "configMapGenerator",
  "generatorOptions",
  "images",
  "kind",
  "labels",
  "metadata",
  "namespace",
  "patches",
  "patchesJson6902",
  "patchesStrategicMerge",
  "replacements",
  "replicas",
  "resources",
  "sortOptions",
]);

const RENAMING: ReadonlySet<string> = new Set(["commonLabels", "namePrefix", "nameSuffix"]);

/** Kubernetes refuses to change a selector or a claim template, and Argo CD prunes what has another name. */
export const kustomizationKeepsIdentity: Invariant<RepositoryTree> = {
  name: "kustomization-keeps-identity",
  code: "E_STORAGE",
  severity: "error",
  reason: "It changes selectors, claim templates or names, which cannot change: the sync fails, or new objects start empty.",
  remedy: "Use labels without includeSelectors and includeTemplates, and leave names alone.",
  find: inKustomizations(({ fields }) => [
    ...Object.keys(fields)
      .filter((field) => RENAMING.has(field))
      .map((field) => `It uses ${field}.`),
    ...maps(fields.labels).flatMap((entry) =>
      ["includeSelectors", "includeTemplates"]
        .filter((field) => entry[field] === true)
        .map((field) => `Its labels have ${field}: true.`),
    ),
    ...maps(fields.labels).flatMap(({ fields: places }) =>
      places === undefined ? [] : ["Its labels go to other fields too."],
    ),
    ...maps(fields.patches).flatMap(({ options }) =>
      ["allowNameChange", "allowKindChange"]
        .filter((option) => isMap(options) && options[option] === true)
        .map((option) => `A patch has the option ${option}.`),
    ),
  ]),
};

function inKustomizations(faults: (kustomization: Kustomization) => readonly string[]): (tree: RepositoryTree) => Violation[] {
  return (tree) =>
    kustomizations(tree).flatMap((kustomization) =>
      faults(kustomization).map((message) => ({ subject: kustomization.path, message })),
    );
}
