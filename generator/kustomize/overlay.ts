import type { Environment } from "../model/environment.ts";
import { environmentLabels } from "../model/labels.ts";
import type { Base } from "./base.ts";
import { componentFiles } from "./component-overlay.ts";
import { kustomization, objectLabels } from "./kustomization.ts";
import type { Part } from "./part.ts";
import type { ValueTree, YamlFile } from "./value-tree.ts";

/**
 * `overlays/<environment>/`: what the environment has of its own, and patches for what differs from the base. `custom/` is a
 * Kustomize component, because patches of a plain resource folder would reach nothing but that folder's own objects.
 */
export function overlayFiles(environment: Environment, parts: readonly Part[], base: Base): ValueTree {
  const folder = `overlays/${environment.name}`;
  const source = `${folder}/environment.yaml`;
  const own = parts.filter(({ isShared }) => !isShared).flatMap(({ units }) => units.flatMap(({ resources }) => resources));
  const shared = parts.filter(({ isShared, units }) => isShared && units.length > 0);
  const value = kustomization({
    resources: [...own.map(({ file }) => `${file}.yaml`), ...shared.map(({ name }) => name)],
    namespace: environment.namespace,
    labels: objectLabels(environmentLabels(environment)),
    ...(environment.hasCustom ? { components: ["custom"] } : {}),
  });
  return new Map<string, YamlFile>([
    [`${folder}/kustomization.yaml`, { source, value }],
    ...own.map(({ file, object }): [string, YamlFile] => [`${folder}/${file}.yaml`, { source, value: object }]),
    ...shared.flatMap((part) => componentFiles(folder, part, base)),
  ]);
}
