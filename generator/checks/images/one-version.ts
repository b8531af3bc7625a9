import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { podOwners } from "../workload.ts";
import { programOf, type UsedImage, usedImages } from "./image-reference.ts";

const COMPONENTS: ReadonlySet<string> = new Set(["etcd", "milvus", "minio", "pulsar"]);

/** All roles of Milvus run one image, and so do all of Pulsar, tools beside them too. */
export const oneVersion: Invariant<EnvironmentTree> = {
  name: "one-version-per-component",
  code: "E_IMAGE",
  severity: "error",
  reason: "Roles of different versions do not understand each other, and the label of the version says only one of them.",
  remedy: "Name one image for the whole component.",
  find: ({ objects }) => {
    const firsts = new Map<string, UsedImage>();
    return objects.filter(isOfComponent).flatMap((object) =>
      usedImages([object]).flatMap((used) => {
        const key = `${componentOf(object)} ${programOf(used.image)}`;
        const first = firsts.get(key) ?? used;
        firsts.set(key, first);
        if (first.image.reference === used.image.reference) return [];
        return [violation(object, `It runs ${used.image.reference}, and ${named(first.object)} ${first.image.reference}.`)];
      }),
    );
  },
};

function componentOf(object: KubernetesObject): string | undefined {
  return podOwners([object])[0]?.podLabels["app.kubernetes.io/name"];
}

function isOfComponent(object: KubernetesObject): boolean {
  return COMPONENTS.has(componentOf(object) ?? "");
}

function named({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name}`;
}
