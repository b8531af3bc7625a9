import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** Everything that a pod can bring along or claim; not what belongs to the node or to a storage system without a claim. */
const VOLUME_SOURCES: ReadonlySet<string> = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

/** check_restrictedVolumes.go, and with it check_hostPathVolumes.go */
export const volumeTypesAllowed: Invariant<EnvironmentTree> = {
  name: "volume-types-allowed",
  code: "E_POLICY",
  severity: "error",
  reason: "A folder of the node, or a store that is mounted without a claim, lies outside what the environment owns.",
  remedy: "Use an emptyDir, or claim storage by the template of a StatefulSet.",
  find: inPods(({ pod }) =>
    (pod.volumes ?? []).flatMap(({ name, ...sources }) =>
      Object.entries(sources)
        .filter(([source, value]) => value !== undefined && !VOLUME_SOURCES.has(source))
        .map(([source]) => `Volume ${name} is of type ${source}.`),
    ),
  ),
};
