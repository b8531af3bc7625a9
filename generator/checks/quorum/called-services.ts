import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { readAs } from "../read-as.ts";
import { type Address, addressesIn, addressPairsIn } from "../references/addresses.ts";
import { configTexts, podTexts } from "../references/texts.ts";
import { type PodVolume, podOwners, selects } from "../workload.ts";

/** The Services that a workload calls, by the addresses in its variables, arguments and mounted configuration. */
export function calledServices(caller: KubernetesObject, objects: readonly KubernetesObject[]): KubernetesObject[] {
  const names = new Set(calledAddresses(caller, objects).map(({ service }) => service));
  return objects.filter(({ kind, metadata }) => kind === "Service" && names.has(metadata.name));
}

type Labels = Readonly<Record<string, string>>;

/** The workloads whose pods a Service leads to. */
export function serversOf(service: KubernetesObject, objects: readonly KubernetesObject[]): KubernetesObject[] {
  const { selector = {} } = readAs<{ readonly selector?: Labels }>(service.spec, { selector: { "*": "text" } }) ?? {};
  if (Object.keys(selector).length === 0) return [];
  return podOwners(objects)
    .filter(({ podLabels }) => selects(selector, podLabels))
    .map(({ object }) => object);
}

/** The addresses of its own namespace among them. */
export function calledAddresses(caller: KubernetesObject, objects: readonly KubernetesObject[]): Address[] {
  const { namespace } = caller.metadata;
  const texts = podTexts([caller]).map(({ text }) => text);
  const all = [...addressesIn(texts.join("\n")), ...mountedMaps(caller, objects).flatMap(addressesInFiles)];
  return all.filter((address) => address.namespace === undefined || address.namespace === namespace);
}

/** All roles of Milvus mount the same file, and an object never changes. */
const KNOWN = new WeakMap<KubernetesObject, Address[]>();

function addressesInFiles(map: KubernetesObject): Address[] {
  const known = KNOWN.get(map) ?? configTexts([map]).flatMap(({ text }) => [...addressesIn(text), ...addressPairsIn(text)]);
  KNOWN.set(map, known);
  return known;
}

/** The ConfigMaps whose files it reads. */
export function mountedMaps(caller: KubernetesObject, objects: readonly KubernetesObject[]): KubernetesObject[] {
  const volumes = podOwners([caller]).flatMap(({ pod }) => pod.volumes ?? []);
  const names = new Set(volumes.map(({ configMap }: PodVolume) => configMap?.name));
  return objects.filter(({ kind, metadata }) => kind === "ConfigMap" && names.has(metadata.name));
}
