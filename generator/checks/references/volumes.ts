import type { Container, PodOwner, PodVolume, VolumeItem } from "../workload.ts";
import type { Inventory } from "./inventory.ts";

/** Volumes of ConfigMaps and Secrets that do not exist, or lack a key that the volume takes from them. */
export function checkVolumes({ pod }: PodOwner, known: Inventory): string[] {
  return (pod.volumes ?? []).flatMap((volume) => {
    const source = sourceOf(volume, known);
    if (source === undefined) return [];
    if (source.keys === undefined) return [`There is no ${source.name}.`];
    const keys = new Set(source.keys);
    return source.items.filter(({ key }) => !keys.has(key)).map(({ key }) => `${source.name} has no key ${key}.`);
  });
}

/** Mounts of volumes or files that the pod does not have. */
export function checkMounts({ pod, claims }: PodOwner, container: Container, known: Inventory): string[] {
  const volumes = new Map((pod.volumes ?? []).map((volume) => [volume.name, volume]));
  return (container.volumeMounts ?? []).flatMap(({ name, subPath }) => {
    const volume = volumes.get(name);
    if (volume === undefined) return claims.includes(name) ? [] : [`there is no volume ${name}.`];
    return subPath === undefined || hasFile(volume, subPath, known) ? [] : [`volume ${name} has no file ${subPath}.`];
  });
}

/** Only files of ConfigMaps and Secrets are known; a missing source has been reported already. */
function hasFile(volume: PodVolume, path: string, known: Inventory): boolean {
  const source = sourceOf(volume, known);
  if (source?.keys === undefined) return true;
  return source.items.length > 0 ? source.items.some((item) => item.path === path) : source.keys.includes(path);
}

interface Source {
  /** `ConfigMap milvus` */
  readonly name: string;
  /** Undefined where there is no such object. */
  readonly keys: readonly string[] | undefined;
  /** Empty takes every key, as a file of its own name. */
  readonly items: readonly VolumeItem[];
}

function sourceOf({ configMap, secret }: PodVolume, known: Inventory): Source | undefined {
  if (configMap !== undefined) {
    const { name, items = [] } = configMap;
    return { name: `ConfigMap ${name}`, keys: known.configKeys.get(name), items };
  }
  if (secret !== undefined) {
    const { secretName, items = [] } = secret;
    return { name: `Secret ${secretName}`, keys: known.secretKeys.get(secretName), items };
  }
  return undefined;
}
