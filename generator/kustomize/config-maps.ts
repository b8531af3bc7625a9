import type { ConfigFiles, KubernetesObject, Unit } from "../kubernetes/resource.ts";
import { hashedName } from "./config-hash.ts";
import { isMap, type JsonMap } from "./json.ts";

/** ConfigMaps as Kustomize generates them, and their names by those that pods refer to. */
export interface ConfigMaps {
  readonly objects: readonly KubernetesObject[];
  readonly names: ReadonlyMap<string, string>;
}

export function plannedConfigMaps(units: readonly Unit[], render: (value: unknown) => string): ConfigMaps {
  const configs = units.flatMap(({ config }) => (config === undefined ? [] : [config]));
  const planned = configs.map((config) => [config.name, configMap(config, render)] as const);
  return {
    objects: planned.map(([, object]) => object),
    names: new Map(planned.map(([name, { metadata }]) => [name, metadata.name])),
  };
}

function configMap({ name, labels, annotations, files }: ConfigFiles, render: (value: unknown) => string): KubernetesObject {
  const data = Object.fromEntries(Object.entries(files).map(([file, value]) => [file, render(value)]));
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: hashedName(name, data), labels, annotations }, data };
}

/** The object with the hashed names in its volumes. */
export function withConfigNames(object: KubernetesObject, { names }: ConfigMaps): KubernetesObject {
  return names.size === 0 || !isMap(object.spec) ? object : { ...object, spec: withNamesIn(object.spec, names) };
}

/** Of a workload, whose template holds the pod; that of a CronJob is a level deeper. */
function withNamesIn(spec: JsonMap, names: ReadonlyMap<string, string>): JsonMap {
  const { jobTemplate, template } = spec;
  if (isMap(jobTemplate) && isMap(jobTemplate.spec)) {
    return { ...spec, jobTemplate: { ...jobTemplate, spec: withNamesIn(jobTemplate.spec, names) } };
  }
  if (!isMap(template) || !isMap(template.spec)) return spec;
  const volumes = ((template.spec.volumes ?? []) as readonly JsonMap[]).map((volume) => withConfigName(volume, names));
  return volumes.length === 0 ? spec : { ...spec, template: { ...template, spec: { ...template.spec, volumes } } };
}

function withConfigName(volume: JsonMap, names: ReadonlyMap<string, string>): JsonMap {
  if (!isMap(volume.configMap)) return volume;
  const name = names.get(String(volume.configMap.name));
  return name === undefined ? volume : { ...volume, configMap: { ...volume.configMap, name } };
}
