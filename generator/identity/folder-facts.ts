import type { Fact } from "./facts.ts";
import { type ClaimTemplate, containersOf, type StatefulSetSpec } from "./stateful-set.ts";

/** Folders of the volumes that variables name, `ETCD_DATA_DIR`: with another one, pods would start on an empty folder. */
export function folderFacts(prefix: string, templates: readonly ClaimTemplate[], spec: StatefulSetSpec): Fact[] {
  const claims = new Set(templates.map(({ metadata }) => metadata.name));
  const containers = containersOf(spec);
  const mounts = containers.flatMap(({ volumeMounts = [] }) => volumeMounts.filter(({ name }) => claims.has(name)));
  const variables = containers.flatMap(({ env = [] }) => env);
  return variables
    .filter(({ value = "" }) => mounts.some(({ mountPath }) => value === mountPath || value.startsWith(`${mountPath}/`)))
    .map(({ name, value = "" }): Fact => [`${prefix}.folders.${name}`, value]);
}
