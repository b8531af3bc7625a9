import { LOGGING_NAME } from "../argocd/logging.ts";
import { MANIFEST } from "../system/areas.ts";
import type { Side } from "./diff-sides.ts";

/** The Application over all environments; none of them may be called so. */
export const ROOT = "root";

type Files = ReadonlyMap<string, string>;

/** The files of one tree by whom they concern. */
export interface Grouped {
  /** Files that every environment is built from: `base/`, and what people keep beside the environments. */
  readonly shared: Files;
  /** Those of each environment, and of the root. */
  readonly own: ReadonlyMap<string, Files>;
}

/** The environments that either tree has: folders with a description and what was generated from it. */
export function environmentNames(...sides: readonly Pick<Side, "entries">[]): string[] {
  const names = sides.flatMap(({ entries }) =>
    [...entries.keys()].flatMap((path) => {
      const name = /^overlays\/([^/]+)\/environment\.yaml$/.exec(path)?.[1];
      return name !== undefined && entries.has(`overlays/${name}/kustomization.yaml`) ? [name] : [];
    }),
  );
  return [...new Set(names)].sort();
}

export function groupFiles({ entries }: Pick<Side, "entries">, names: readonly string[]): Grouped {
  const shared = new Map<string, string>();
  const own = new Map<string, Map<string, string>>([...names, ROOT].map((name) => [name, new Map()]));
  for (const [path, { id }] of entries) {
    const files = own.get(ownerOf(path)) ?? shared;
    if (isRendered(path)) files.set(path, id);
  }
  return { shared, own };
}

/** The name of the environment that a file belongs to, where there is one; `overlays/shared` names none. */
export function ownerOf(path: string): string {
  const [top, second = "", ...rest] = path.split("/");
  if (top === "apps" && (rest.length === 0 || second === LOGGING_NAME)) return ROOT;
  return top === "apps" || (top === "overlays" && rest.length > 0) ? second : "";
}

/** What is for people and for the generator itself does not reach a cluster. */
function isRendered(path: string): boolean {
  if (!/^(?:apps|base|overlays)\//.test(path)) return false;
  return !(path.endsWith("/README.md") || path.endsWith(`/${MANIFEST}`) || /^overlays\/[^/]+\/environment\.yaml$/.test(path));
}

/** Those whose objects may differ, because their bytes do: building one takes a fifth of a second. */
export function differingNames(names: readonly string[], before: Grouped, after: Grouped): string[] {
  const isOther = (name: string) => !isSame(before.own.get(name), after.own.get(name));
  if (isSame(before.shared, after.shared)) return [ROOT, ...names].filter(isOther);
  return [ROOT, ...names].filter((name) => name !== ROOT || isOther(name));
}

function isSame(a: Files = new Map(), b: Files = new Map()): boolean {
  return a.size === b.size && [...a].every(([path, id]) => b.get(path) === id);
}
