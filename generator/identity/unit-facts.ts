import { STATEFUL_SET_MUTABLE } from "../kubernetes/mutable-fields.ts";
import type { KubernetesObject, Unit } from "../kubernetes/resource.ts";
import { claimFacts } from "./claim-facts.ts";
import { factText } from "./fact-text.ts";
import type { Fact } from "./facts.ts";
import { folderFacts } from "./folder-facts.ts";
import type { StatefulSetSpec } from "./stateful-set.ts";

/** What the API server would not let the objects of one unit change, named after its folder: `pulsar/zookeeper` is `pulsar.zookeeper`. */
export function unitFacts({ path, resources }: Unit): Fact[] {
  const prefix = path.replaceAll("/", ".");
  return resources.flatMap(({ object }) => objectFacts(prefix, object));
}

function objectFacts(prefix: string, object: KubernetesObject): Fact[] {
  switch (object.kind) {
    case "StatefulSet":
      return statefulSetFacts(prefix, object.metadata.name, object.spec as StatefulSetSpec);
    case "Deployment":
      return [[`${prefix}.selector`, factText((object.spec as { readonly selector: unknown }).selector)]];
    case "Service":
      return [[`${prefix}.services.${object.metadata.name}`, serviceText(object.spec as { readonly clusterIP?: string })]];
    default:
      return [];
  }
}

function statefulSetFacts(prefix: string, name: string, spec: StatefulSetSpec): Fact[] {
  const { volumeClaimTemplates = [], ...others } = spec;
  const fixed = Object.entries(others).filter(([field]) => !STATEFUL_SET_MUTABLE.has(field));
  return [
    [`${prefix}.statefulSet`, name],
    ...fixed.map(([field, value]): Fact => [`${prefix}.${field}`, factText(value)]),
    ...claimFacts(prefix, volumeClaimTemplates, spec),
    ...folderFacts(prefix, volumeClaimTemplates, spec),
  ];
}

/** A Service can neither get an address of its own nor lose it. */
function serviceText({ clusterIP }: { readonly clusterIP?: string }): string {
  return clusterIP === "None" ? "headless" : "clusterIP";
}
