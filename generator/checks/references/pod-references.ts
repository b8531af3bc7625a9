import { type Container, containersOf, type PodOwner, type PodVolume, type ProjectedFiles } from "../workload.ts";

/** A ConfigMap or Secret that a pod reads, and the keys that it takes from it by name. */
export interface Reference {
  readonly kind: "ConfigMap" | "Secret";
  readonly name: string;
  readonly keys: readonly string[];
}

/** Every one that the pods of a workload cannot start without, in variables and volumes. */
export function referencesOf({ pod }: PodOwner): Reference[] {
  return [...containersOf(pod).flatMap(fromContainer), ...(pod.volumes ?? []).flatMap(fromVolume)];
}

function fromContainer({ env = [], envFrom = [] }: Container): Reference[] {
  return [
    ...env.flatMap(({ valueFrom: { configMapKeyRef, secretKeyRef } = {} }) => [
      ...reference("ConfigMap", configMapKeyRef, configMapKeyRef?.key),
      ...reference("Secret", secretKeyRef, secretKeyRef?.key),
    ]),
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [
      ...reference("ConfigMap", configMapRef),
      ...reference("Secret", secretRef),
    ]),
  ];
}

/** `projected` is several volumes in one. */
function fromVolume({ configMap, secret, projected }: PodVolume): Reference[] {
  const { secretName = "", ...rest } = secret ?? {};
  return [
    ...files("ConfigMap", configMap),
    ...files("Secret", secret === undefined ? undefined : { ...rest, name: secretName }),
    ...(projected?.sources ?? []).flatMap((source) => [
      ...files("ConfigMap", source.configMap),
      ...files("Secret", source.secret),
    ]),
  ];
}

function files(kind: Reference["kind"], source: ProjectedFiles | undefined): Reference[] {
  return reference(kind, source, ...(source?.items ?? []).map(({ key }) => key));
}

function reference(
  kind: Reference["kind"],
  source: { readonly name: string; readonly optional?: boolean } | undefined,
  ...keys: readonly (string | undefined)[]
): Reference[] {
  if (source === undefined || source.optional === true) return [];
  return [{ kind, name: source.name, keys: keys.filter((key) => key !== undefined) }];
}
