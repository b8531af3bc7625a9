import type { EnvironmentTree } from "../checks/invariant.ts";
import { parseObjects } from "../documents/parse-objects.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { declaredSecrets } from "../model/declared-secrets.ts";
import type { Environment } from "../model/environment.ts";
import { findKustomize } from "../system/kustomize-binary.ts";
import { renderKustomization } from "../system/render-kustomization.ts";

/** So many builds run at once: each is one process with a few threads. */
const AT_ONCE = 2;

/** What Kustomize builds from the overlay of each environment as it lies on the disk, `custom/` with it. */
export async function renderEnvironments(
  directory: string,
  environments: readonly Environment[],
  progress: (text: string) => void,
): Promise<EnvironmentTree[]> {
  const kustomize = await findKustomize(process.env);
  const rendered = new Map<Environment, EnvironmentTree>();
  const waiting = [...environments];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      progress(`Rendering ${next.name}, ${waiting.length} more to go …`);
      const text = await renderKustomization(kustomize, `${directory}/overlays/${next.name}`);
      rendered.set(next, environmentTree(next, parseObjects(text) as KubernetesObject[]));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    // The first failure is told; nobody wants the rest of a fleet rendered before it is.
    waiting.length = 0;
  }
  return environments.flatMap((environment) => rendered.get(environment) ?? []);
}

/** The objects of an environment beside what the checks know of it. */
export function environmentTree(environment: Environment, objects: readonly KubernetesObject[]): EnvironmentTree {
  return { environment, objects, secrets: declaredSecrets(environment) };
}
