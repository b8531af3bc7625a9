import { parseRendered } from "../documents/diff-rendered.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { openScratch, type Scratch } from "../system/git-scratch.ts";
import { findKustomize } from "../system/kustomize-binary.ts";
import { renderKustomization } from "../system/render-kustomization.ts";
import type { Grouped } from "./diff-environments.ts";
import type { Side } from "./diff-sides.ts";

/** The objects of an environment in one tree; none where the tree has no such environment. */
export type ObjectsOf = (name: string) => Promise<readonly KubernetesObject[]>;

/**
 * Opens a tree for reading objects: overlays are built by Kustomize, in a folder outside the repository, unless it is known what
 * comes out, and what Argo CD reads stands in its files as it is.
 */
export async function withObjects<T>(side: Side, grouped: Grouped, use: (objectsOf: ObjectsOf) => Promise<T>): Promise<T> {
  const scratch = openScratch();
  try {
    const shared = once(async () => scratch.write(await side.read([...grouped.shared.keys()])));
    return await use(async (name) => {
      const known = side.rendered(name);
      if (known !== undefined) return known;
      const files = await side.read([...(grouped.own.get(name)?.keys() ?? [])]);
      return [...(await builtObjects({ scratch, shared, name }, files)), ...argocdObjects(files)];
    });
  } finally {
    scratch.remove();
  }
}

interface Place {
  readonly scratch: Scratch;
  readonly shared: () => Promise<void>;
  readonly name: string;
}

type Files = ReadonlyMap<string, Uint8Array>;

async function builtObjects({ scratch, shared, name }: Place, files: Files): Promise<readonly KubernetesObject[]> {
  const folder = `overlays/${name}`;
  if (!files.has(`${folder}/kustomization.yaml`)) return [];
  await shared();
  scratch.write(files);
  const text = await renderKustomization(await kustomize(), `${scratch.root}/${folder}`);
  return parseRendered(text, folder);
}

const kustomize = once(() => findKustomize(process.env));

function argocdObjects(files: Files): readonly KubernetesObject[] {
  return [...files]
    .filter(([path]) => path.startsWith("apps/") && path.endsWith(".yaml"))
    .flatMap(([path, bytes]) => parseRendered(new TextDecoder().decode(bytes), path))
    .filter(({ kind }) => kind !== "Kustomization");
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
