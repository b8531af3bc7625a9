import type { RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import type { Change, JsonMap } from "./change.ts";
import { maps, texts } from "./entries.ts";
import { imageChanges } from "./image-entries.ts";
import { type Kustomization, kustomizationIn } from "./kustomizations.ts";
import { patchesOf } from "./patches.ts";
import { resolvePath } from "./paths.ts";
import { replicaChanges } from "./replica-entries.ts";
import { isSame } from "./same.ts";

/** What one entry of a kustomization does to the objects that it meets. */
export interface Effect extends Pick<Change, "what" | "label"> {
  /** The kustomization. */
  readonly path: string;
  readonly outcome: "changes" | "changes nothing" | "meets nothing";
}

/** The objects of a kustomization, and what its entries and those of all that it takes in did on the way. */
interface Built {
  readonly objects: readonly JsonMap[];
  readonly effects: readonly Effect[];
}

const NOTHING: Built = { objects: [], effects: [] };

/** Two invariants look at what Kustomize would do, which takes a while to find out. */
const KNOWN = new WeakMap<RepositoryTree, readonly Effect[]>();

/** What every patch, image and replica entry does that an environment reaches. */
export function effectsOf(tree: RepositoryTree): readonly Effect[] {
  const known =
    KNOWN.get(tree) ?? tree.environments.flatMap(({ name }) => build(tree, `overlays/${name}`, [], NOTHING).effects);
  KNOWN.set(tree, known);
  return known;
}

/** As Kustomize builds: resources, generated ConfigMaps, components over all of these, then the folder's own changes. */
function build(tree: RepositoryTree, folder: string, above: readonly string[], before: Built): Built {
  const kustomization = above.includes(folder) ? undefined : kustomizationIn(tree, folder);
  if (kustomization === undefined) return before;
  const { fields } = kustomization;
  const within = [...above, folder];
  const place = (entry: string) => resolvePath(folder, entry) ?? "";
  const parts = texts(fields.resources).map((entry) => resource(tree, place(entry), within));
  const own = join([before, ...parts, { objects: configMaps(fields), effects: [] }]);
  const whole = texts(fields.components).reduce((built, entry) => build(tree, place(entry), within, built), own);
  const changes = [...patchesOf(tree, kustomization), ...replicaChanges(kustomization), ...imageChanges(kustomization)];
  return changes.reduce((built, change) => changed(built, kustomization.path, change), whole);
}

function resource(tree: RepositoryTree, path: string, above: readonly string[]): Built {
  const file = tree.files.get(path);
  if (file?.type !== "file") return build(tree, path, above, NOTHING);
  return { objects: tree.parse(file.text).values.filter(isMap), effects: [] };
}

/** By their names before the hash, which is what patches call them. */
function configMaps(fields: Kustomization["fields"]): JsonMap[] {
  return maps(fields.configMapGenerator).map(({ name }) => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name } }));
}

function join(parts: readonly Built[]): Built {
  return { objects: parts.flatMap(({ objects }) => objects), effects: parts.flatMap(({ effects }) => effects) };
}

function changed({ objects, effects }: Built, path: string, { what, label, takes, apply }: Change): Built {
  const results = objects.map((object) => ({ object, isTaken: takes(object) }));
  const after = results.map(({ object, isTaken }) => (isTaken ? apply(object) : object));
  const isChanged = results.some(({ object }, index) => !isSame(object, after[index]));
  const outcome = isChanged ? "changes" : results.some(({ isTaken }) => isTaken) ? "changes nothing" : "meets nothing";
  return { objects: after.filter((object) => object !== undefined), effects: [...effects, { path, what, label, outcome }] };
}
