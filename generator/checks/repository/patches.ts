import { groupOf } from "../built-in-groups.ts";
import type { RepositoryTree } from "../invariant.ts";
import { isMap, readAs } from "../read-as.ts";
import type { Change, JsonMap } from "./change.ts";
import { maps, texts } from "./entries.ts";
import { jsonPatch } from "./json-patch.ts";
import type { Kustomization } from "./kustomizations.ts";
import { resolvePath } from "./paths.ts";
import { strategicMerge } from "./strategic-merge.ts";

/** The patches of a kustomization in the order in which they are applied; what cannot be read is passed over. */
export function patchesOf(tree: RepositoryTree, { folder, fields }: Kustomization): Change[] {
  const documents = (path: string) => {
    const file = tree.files.get(resolvePath(folder, path) ?? "");
    return file?.type === "file" ? tree.parse(file.text).values : [];
  };
  const contents = ({ path, patch }: JsonMap) =>
    typeof path === "string" ? documents(path) : typeof patch === "string" ? tree.parse(patch).values : [];
  return [
    ...texts(fields.patchesStrategicMerge).flatMap((entry) =>
      (entry.includes("\n") ? tree.parse(entry).values : documents(entry)).flatMap((content) =>
        patch(entry, content, undefined),
      ),
    ),
    ...[...maps(fields.patches), ...maps(fields.patchesJson6902)].flatMap((entry) =>
      contents(entry).flatMap((content) => patch(entry.path, content, entry.target)),
    ),
  ];
}

/** A list is a JSON patch. */
function patch(path: unknown, content: unknown, target: unknown): Change[] {
  if (!isMap(content) && !Array.isArray(content)) return [];
  const isFile = typeof path === "string" && !path.includes("\n");
  return [
    {
      what: "patch",
      label: isFile ? path : `for ${describe(target ?? content)}`,
      takes: isMap(target) ? byTarget(target) : byIdentity(content),
      apply: (object) => (isMap(content) ? strategicMerge(object, changesOf(content)) : jsonPatch(object, content)),
    },
  ];
}

/** Kind and name of a patch say which object it is for, and are none of its changes. */
function changesOf({ apiVersion: _, kind: _kind, metadata, ...fields }: JsonMap): JsonMap {
  if (!isMap(metadata)) return fields;
  const { name: _name, namespace: _namespace, ...others } = metadata;
  return { ...fields, metadata: others };
}

function describe(value: unknown): string {
  const { kind = "any kind", name, metadata } = readAs<Described>(value, DESCRIBED) ?? {};
  return `${kind} ${name ?? metadata?.name ?? "of any name"}`;
}

interface Described {
  readonly kind?: string;
  readonly name?: string;
  readonly metadata?: { readonly name?: string };
}

const DESCRIBED = { kind: "text", name: "text", metadata: { name: "text" } } as const;

/** A patch without a target is for the object that has its kind and name. */
function byIdentity(content: JsonMap | readonly unknown[]): Change["takes"] {
  const wanted = identityOf(content);
  return (object) => {
    const found = identityOf(object);
    return found.group === wanted.group && found.kind === wanted.kind && found.name === wanted.name;
  };
}

/** Kustomize takes each field of a target for a regular expression over the whole text. Labels are not looked at. */
function byTarget(target: JsonMap): Change["takes"] {
  return (object) => {
    const identity = identityOf(object);
    return (["group", "kind", "name"] as const).every((field) => matches(target[field], identity[field]));
  };
}

function matches(pattern: unknown, text: string): boolean {
  if (typeof pattern !== "string" || pattern === "") return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return true;
  }
}

function identityOf(object: unknown): { readonly group: string; readonly kind: string; readonly name: string } {
  const { apiVersion, kind, metadata } = isMap(object) ? object : ({} as JsonMap);
  const name = isMap(metadata) ? metadata.name : undefined;
  return { group: groupOf(String(apiVersion)), kind: String(kind), name: String(name) };
}
