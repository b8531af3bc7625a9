import type { KubernetesObject } from "../kubernetes/resource.ts";
import { isMap, type JsonMap } from "./json.ts";

/** An entry of `images` in a kustomization. */
export interface ImageEntry {
  /** As the base names it. */
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
}

/** A base object, and what an environment makes of it. */
export interface Pair {
  readonly base: KubernetesObject;
  readonly target: KubernetesObject;
}

/** The entries that give every container its image; images whose containers want different ones are left to patches. */
export function imageEntries(pairs: readonly Pair[]): ImageEntry[] {
  const wanted = new Map<string, Set<string>>();
  for (const { base, target } of pairs) {
    const targets = imagesByContainer(target);
    for (const [container, image] of imagesByContainer(base)) {
      const name = parseImage(image).name;
      wanted.set(name, (wanted.get(name) ?? new Set()).add(`${image} ${targets.get(container) ?? image}`));
    }
  }
  return [...wanted].flatMap(([name, changes]) => entry(name, [...changes]));
}

/** The object with the images that the entries give it. */
export function withImages(object: KubernetesObject, entries: readonly ImageEntry[]): KubernetesObject {
  if (entries.length === 0 || imagesByContainer(object).size === 0) return object;
  return mapImages(object, (image) => apply(image, entries)) as KubernetesObject;
}

function entry(name: string, changes: readonly string[]): ImageEntry[] {
  const [before, after] = changes[0]?.split(" ") ?? [];
  if (changes.length !== 1 || before === undefined || after === undefined || before === after) return [];
  const [base, target] = [parseImage(before), parseImage(after)];
  return [
    {
      name,
      ...(target.name === base.name ? {} : { newName: target.name }),
      ...(target.tag === base.tag && target.digest === base.digest ? {} : { newTag: target.tag }),
      ...(target.digest === undefined ? {} : { digest: target.digest }),
    },
  ];
}

function apply(image: string, entries: readonly ImageEntry[]): string {
  const { name, tag, digest } = parseImage(image);
  const found = entries.find((candidate) => candidate.name === name);
  if (found === undefined) return image;
  const kept = found.newTag === undefined ? digest : undefined;
  const suffix = found.digest ?? kept;
  return `${found.newName ?? name}:${found.newTag ?? tag}${suffix === undefined ? "" : `@${suffix}`}`;
}

function parseImage(image: string): { readonly name: string; readonly tag: string; readonly digest: string | undefined } {
  const [reference = "", digest] = image.split("@");
  const colon = reference.lastIndexOf(":");
  return { name: reference.slice(0, colon), tag: reference.slice(colon + 1), digest };
}

const CONTAINER_LISTS = ["initContainers", "containers"] as const;

function podSpec(object: JsonMap): JsonMap | undefined {
  const template = isMap(object.spec) ? object.spec.template : undefined;
  return isMap(template) && isMap(template.spec) ? template.spec : undefined;
}

function imagesByContainer(object: KubernetesObject): Map<string, string> {
  const pod = podSpec(object) ?? {};
  const containers = CONTAINER_LISTS.flatMap((list) => (pod[list] ?? []) as readonly { name: string; image: string }[]);
  return new Map(containers.map(({ name, image }) => [name, image]));
}

function mapImages(object: JsonMap, change: (image: string) => string): JsonMap {
  const spec = object.spec as JsonMap;
  const template = spec.template as JsonMap;
  const pod = template.spec as JsonMap;
  const lists = CONTAINER_LISTS.filter((list) => list in pod).map((list) => [
    list,
    (pod[list] as readonly JsonMap[]).map((container) => ({ ...container, image: change(String(container.image)) })),
  ]);
  return { ...object, spec: { ...spec, template: { ...template, spec: { ...pod, ...Object.fromEntries(lists) } } } };
}
