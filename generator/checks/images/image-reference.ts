import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { containersOf, podOwners } from "../workload.ts";

/** An image as a container names it, in its parts. */
export interface ImageReference {
  readonly reference: string;
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

/** A colon before the last slash is a port: `registry:5000/milvus` has no tag. */
export function parseImage(reference: string): ImageReference {
  const [name = "", digest] = reference.split("@");
  const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  if (colon === -1) return { reference, repository: name, tag: undefined, digest };
  return { reference, repository: name.slice(0, colon), tag: name.slice(colon + 1), digest };
}

/** The last part of the repository: `milvus` of `registry.example.com/hub/milvusdb/milvus`. */
export function programOf({ repository }: ImageReference): string {
  return repository.slice(repository.lastIndexOf("/") + 1);
}

/** An image of a workload, once however many of its containers run it. */
export interface UsedImage {
  readonly object: KubernetesObject;
  readonly image: ImageReference;
}

export function usedImages(objects: readonly KubernetesObject[]): UsedImage[] {
  return podOwners(objects).flatMap(({ object, pod }) => {
    const references = new Set(containersOf(pod).flatMap(({ image }) => image ?? []));
    return [...references].map((reference) => ({ object, image: parseImage(reference) }));
  });
}
