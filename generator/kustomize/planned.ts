import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Environment } from "../model/environment.ts";
import { environmentLabels } from "../model/labels.ts";
import { type ConfigMaps, plannedConfigMaps, withConfigNames } from "./config-maps.ts";
import { versionLabels } from "./labels.ts";
import type { Part } from "./part.ts";

/**
 * The objects that the environment's overlay must render to, apart from `custom/`: with namespace, labels and hashed names as
 * Kustomize gives them. `render` turns a configuration file into its text.
 */
export function plannedObjects(
  environment: Environment,
  parts: readonly Part[],
  render: (value: unknown) => string,
): KubernetesObject[] {
  return parts.flatMap((part) => partObjects(environment, part, plannedConfigMaps(part.units, render)));
}

function partObjects(environment: Environment, part: Part, configMaps: ConfigMaps): KubernetesObject[] {
  const labels = { ...versionLabels(part), ...environmentLabels(environment) };
  const objects = part.units.flatMap(({ resources }) => resources.map(({ object }) => withConfigNames(object, configMaps)));
  return [...objects, ...configMaps.objects].map((object) => placed(environment.namespace, labels, object));
}

/** Kinds without a namespace among those that the generator makes. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set(["Namespace"]);

function placed(namespace: string, labels: Readonly<Record<string, string>>, object: KubernetesObject): KubernetesObject {
  const metadata = { ...object.metadata, labels: { ...object.metadata.labels, ...labels } };
  return { ...object, metadata: CLUSTER_SCOPED.has(object.kind) ? metadata : { ...metadata, namespace } };
}
