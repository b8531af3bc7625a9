import type { KubernetesObject } from "../kubernetes/resource.ts";

/** The ten characters of Kustomize's hash, in which those letters are replaced that could spell a word (its `api/hasher`). */
const HASHED = /^(.+)-[2456789bcdfghkmt]{10}$/;

/** The name without its hash, undefined where it has none. */
export function stemOf(name: string): string | undefined {
  return HASHED.exec(name)?.[1];
}

const GENERATED: ReadonlySet<string> = new Set(["ConfigMap", "Secret"]);

/** The name that an object keeps when its contents change. Where two of a tree would share it, each goes by its whole name. */
export function lastingName({ kind, metadata }: KubernetesObject, tree: readonly KubernetesObject[]): string {
  const stem = GENERATED.has(kind) ? stemOf(metadata.name) : undefined;
  if (stem === undefined) return metadata.name;
  const rivals = tree.filter((other) => other.kind === kind && other.metadata.namespace === metadata.namespace);
  const sharing = rivals.filter(({ metadata: { name } }) => name === stem || stemOf(name) === stem);
  return sharing.length > 1 ? metadata.name : stem;
}
