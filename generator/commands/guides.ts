import { LOGGING_NAME } from "../argocd/logging.ts";
import { addonName } from "../argocd/names.ts";
import { appsGuide } from "../documents/apps-guide.ts";
import { baseGuide } from "../documents/base-guide.ts";
import { renderCodeowners } from "../documents/codeowners.ts";
import type { FileTree } from "../documents/file-tree.ts";
import { overlaysGuide } from "../documents/overlays-guide.ts";
import type { Base } from "../kustomize/base.ts";
import type { Environment, Platform } from "../model/environment.ts";

/** The generated files that are no YAML: a guide for each folder, and who reviews what. */
export function guides(platform: Platform, environments: readonly Environment[], base: Base): FileTree {
  const names = inPromotionOrder(platform, environments).map(({ name }) => ({
    name,
    application: `milvus-${name}`,
  }));
  return new Map([
    [".github/CODEOWNERS", codeowners(platform, environments)],
    [
      "apps/README.md",
      appsGuide({
        namespace: platform.argocd.namespace,
        environments: names,
        addons: addons(platform),
        isReporting: isReporting(platform),
      }),
    ],
    ["base/README.md", baseGuide({ units: units(base) })],
    ["overlays/README.md", overlaysGuide({ environments: names })],
  ]);
}

function isReporting({ notifications }: Platform): boolean {
  return notifications.github === "on";
}

function addons(platform: Platform) {
  const { logging } = platform;
  const charts = platform.addons.map(({ name, namespace, chart }) => ({
    application: addonName(name),
    chart: `${chart.name} ${chart.version}`,
    namespace,
  }));
  if (logging === undefined) return charts;
  const { namespace } = logging;
  return [...charts, { application: LOGGING_NAME, chart: `none: [${LOGGING_NAME}](${LOGGING_NAME})`, namespace }];
}

/** Those that take part in promotion first, in its order. */
function inPromotionOrder({ promotion }: Platform, environments: readonly Environment[]): Environment[] {
  const places = new Map(promotion.map((name, index) => [name, index]));
  const place = ({ name }: Environment) => places.get(name) ?? promotion.length;
  return [...environments].sort((a, b) => place(a) - place(b));
}

/**
 * `base/` and what is in no folder of an environment can reach production without a change of its own files, so its owners are asked
 * for those too: for `base/` always, for the rest where the platform names nobody.
 */
function codeowners(platform: Platform, environments: readonly Environment[]): string {
  const guards = productionOwners(platform, environments);
  return renderCodeowners([
    { path: "*", owners: platform.owners.length > 0 ? platform.owners : guards },
    { path: "/base/", owners: guards },
    ...environments.flatMap(({ name, owners }) => [
      { path: `/overlays/${name}/`, owners },
      { path: `/apps/${name}/`, owners },
    ]),
  ]);
}

/** Production is where promotion ends, or what builds on the profile of that name where nothing is promoted. */
function productionOwners({ promotion }: Platform, environments: readonly Environment[]): string[] {
  const last = promotion.at(-1);
  const production = environments.filter(({ name, isProduction }) => (last === undefined ? isProduction : name === last));
  return [...new Set(production.flatMap(({ owners }) => owners))];
}

function units(base: Base) {
  return [...base.values()].map(({ path, resources }) => ({
    path,
    kinds: resources.map(({ object }) => object.kind).join(", "),
  }));
}
