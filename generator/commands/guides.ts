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
    ["apps/README.md", appsGuide({ namespace: platform.argocd.namespace, environments: names, addons: addons(platform) })],
    ["base/README.md", baseGuide({ units: units(base) })],
    ["overlays/README.md", overlaysGuide({ environments: names })],
  ]);
}

function addons(platform: Platform) {
  return platform.addons.map(({ name, namespace, chart }) => ({
    application: addonName(name),
    chart: `${chart.name} ${chart.version}`,
    namespace,
  }));
}

/** Those that take part in promotion first, in its order. */
function inPromotionOrder({ promotion }: Platform, environments: readonly Environment[]): Environment[] {
  const places = new Map(promotion.map((name, index) => [name, index]));
  const place = ({ name }: Environment) => places.get(name) ?? promotion.length;
  return [...environments].sort((a, b) => place(a) - place(b));
}

function codeowners(platform: Platform, environments: readonly Environment[]): string {
  return renderCodeowners([
    { path: "*", owners: platform.owners },
    ...environments.flatMap(({ name, owners }) => [
      { path: `/overlays/${name}/`, owners },
      { path: `/apps/${name}/`, owners },
    ]),
  ]);
}

function units(base: Base) {
  return [...base.values()].map(({ path, resources }) => ({
    path,
    kinds: resources.map(({ object }) => object.kind).join(", "),
  }));
}
