import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import type { Container, PodSpec, PodVolume } from "../workload.ts";
import { imageFacts } from "./image-facts.ts";

/** An environment may ask for a writable root of Milvus alone. */
export const rootFilesystemReadOnly: Invariant<EnvironmentTree> = {
  name: "root-filesystem-read-only",
  code: "E_POLICY",
  severity: "error",
  reason: "Who gets into a container with a writable root can change its programs.",
  remedy: "Set readOnlyRootFilesystem: true, and mount an emptyDir on each folder that the container writes to.",
  find: inContainers((container, _owner, { environment }) => {
    const mayBeWritten = imageFacts(container, environment)?.readOnlyRoot === false;
    const isReadOnly = container.securityContext?.readOnlyRootFilesystem === true;
    return isReadOnly || mayBeWritten ? [] : ["readOnlyRootFilesystem is not true."];
  }),
};

/** With a writable root too: the users of the images own none of these folders. */
export const writablePathsMounted: Invariant<EnvironmentTree> = {
  name: "writable-paths-mounted",
  code: "E_POLICY",
  severity: "error",
  reason: "The container writes there, and can only do so on a volume.",
  remedy: "Mount an emptyDir or a claim there, without readOnly.",
  find: inContainers((container, { pod }, { environment }) => {
    const mounts = writableMounts(container, pod);
    const paths = imageFacts(container, environment)?.writes(container) ?? [];
    return [...new Set(paths)]
      .filter((path) => !mounts.some((mount) => path === mount || path.startsWith(`${mount}/`)))
      .map((path) => `${path} is on no volume that it can write to.`);
  }),
};

function writableMounts({ volumeMounts = [] }: Container, { volumes = [] }: PodSpec): string[] {
  const readOnly = new Set(volumes.filter(isReadOnly).map(({ name }) => name));
  return volumeMounts
    .filter((mount) => mount.readOnly !== true && mount.subPath === undefined && !readOnly.has(mount.name))
    .map(({ mountPath }) => mountPath.replace(/\/+$/, ""));
}

/** The kubelet mounts these for reading, whatever a mount says. */
function isReadOnly({ configMap, secret, projected, downwardAPI }: PodVolume): boolean {
  return [configMap, secret, projected, downwardAPI].some((source) => source !== undefined);
}
