import { containersOf, type PodOwner } from "../workload.ts";

/** The volume that is mounted at the folder, or nearest above it; undefined where none is. */
export function mountedVolume({ pod }: PodOwner, folder: string): string | undefined {
  const mounts = containersOf(pod).flatMap(({ volumeMounts = [] }) => volumeMounts);
  const above = mounts.filter(({ mountPath }) => isWithin(folder, mountPath));
  const nearest = Math.max(...above.map(({ mountPath }) => mountPath.length));
  return above.find(({ mountPath }) => mountPath.length === nearest)?.name;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
