import { inContainers, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { type PodVolume, podOwners } from "../workload.ts";
import { configMapKeys, type KeysByName, secretKeys } from "./inventory.ts";

export const mountHasVolume: Invariant<EnvironmentTree> = {
  name: "mount-has-volume",
  code: "E_REF",
  severity: "error",
  reason: "The API server refuses a pod that mounts a volume it does not have.",
  remedy: "Add the volume, or correct the name of the mount.",
  find: inContainers(({ volumeMounts = [] }, { pod, claims }) => {
    const volumes = new Set([...(pod.volumes ?? []).map(({ name }) => name), ...claims]);
    return volumeMounts.filter(({ name }) => !volumes.has(name)).map(({ name }) => `there is no volume ${name}.`);
  }),
};

/** Only files of ConfigMaps and Secrets are known; one that is missing as a whole is another invariant's. */
export const mountedFileExists: Invariant<EnvironmentTree> = {
  name: "mounted-file-exists",
  code: "E_REF",
  severity: "error",
  reason: "In place of a file that does not exist the kubelet mounts an empty folder, which programs cannot read.",
  remedy: "Add the key, or correct the mount's subPath.",
  find: inContainers(({ volumeMounts = [] }, { pod }, tree) =>
    volumeMounts.flatMap(({ name, subPath }) => {
      const volume = pod.volumes?.find((candidate) => candidate.name === name);
      const files =
        volume === undefined ? undefined : filesOf(volume, { ConfigMap: configMapKeys(tree), Secret: secretKeys(tree) });
      const isThere = subPath === undefined || files === undefined || files.includes(subPath);
      return isThere ? [] : [`volume ${name} has no file ${subPath}.`];
    }),
  ),
};

/** The files of a volume; without `items` every key is a file of its own name. Undefined where they are not known. */
function filesOf({ configMap, secret }: PodVolume, known: Record<"ConfigMap" | "Secret", KeysByName>) {
  const { items = [], ...source } = configMap ?? secret ?? {};
  if (items.length > 0) return items.map(({ path }) => path);
  if ("secretName" in source) return known.Secret.get(source.secretName);
  return "name" in source ? known.ConfigMap.get(source.name) : undefined;
}

/** Claims that StatefulSets make are known, `data-etcd-0`; a claim in Git itself is refused elsewhere. */
export const claimExists: Invariant<EnvironmentTree> = {
  name: "claim-exists",
  code: "E_REF",
  severity: "error",
  reason: "A pod waits for ever for a claim that nobody makes.",
  remedy: "Use a claim of a StatefulSet's template, or an emptyDir.",
  find: inPods(({ pod }, { objects }) => {
    const known = claimNames({ objects });
    return (pod.volumes ?? [])
      .flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [])
      .filter((name) => !known.has(name))
      .map((name) => `There is no claim ${name}.`);
  }),
};

function claimNames({ objects }: Pick<EnvironmentTree, "objects">): ReadonlySet<string> {
  const bare = objects.filter(({ kind }) => kind === "PersistentVolumeClaim").map(({ metadata }) => metadata.name);
  const made = podOwners(objects).flatMap(({ object, claims, replicas = 1 }) =>
    claims.flatMap((claim) =>
      Array.from({ length: ordinals(replicas) }, (_, ordinal) => `${claim}-${object.metadata.name}-${ordinal}`),
    ),
  );
  return new Set([...bare, ...made]);
}

/** A hand-written number may be anything. */
function ordinals(replicas: number): number {
  return Number.isInteger(replicas) && replicas > 0 ? Math.min(replicas, 1000) : 0;
}
