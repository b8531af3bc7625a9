import { isBuiltIn } from "../built-in-groups.ts";
import { isMap } from "../read-as.ts";
import type { JsonMap } from "./change.ts";

/** By which field Kubernetes tells the items of a list apart (`x-kubernetes-patch-merge-key` of its API). */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  env: ["name"],
  volumes: ["name"],
  imagePullSecrets: ["name"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"],
  topologySpreadConstraints: ["topologyKey"],
  hostAliases: ["ip"],
  ports: ["containerPort", "port"],
};

/** The object with the patch in it; undefined where the patch deletes it. Lists of kinds that are not built in are replaced whole. */
export function strategicMerge(object: JsonMap, patch: JsonMap): JsonMap | undefined {
  if (patch.$patch === "delete") return undefined;
  return mergeMap(object, patch, isBuiltIn(String(object.apiVersion)));
}

function mergeMap(object: JsonMap, patch: JsonMap, isKeyed: boolean): JsonMap {
  const { $patch, ...fields } = patch;
  if ($patch === "replace") return fields;
  const merged: Record<string, unknown> = { ...object };
  for (const [field, value] of Object.entries(fields)) {
    const result = mergeField(field, merged[field], value, isKeyed);
    if (result === undefined) delete merged[field];
    else merged[field] = result;
  }
  return merged;
}

function mergeField(field: string, before: unknown, patch: unknown, isKeyed: boolean): unknown {
  if (patch === null) return undefined;
  if (isMap(patch)) return mergeBranch(before, patch, isKeyed);
  const key = isKeyed && Array.isArray(before) ? keyOf(field, patch) : undefined;
  return key === undefined ? withoutDirectives(patch) : mergeList(before as unknown[], patch as JsonMap[], key);
}

function mergeBranch(before: unknown, patch: JsonMap, isKeyed: boolean): JsonMap | undefined {
  return patch.$patch === "delete" ? undefined : mergeMap(isMap(before) ? before : {}, patch, isKeyed);
}

function keyOf(field: string, list: unknown): string | undefined {
  if (!Array.isArray(list) || !list.every(isMap) || list.some(({ $patch }) => $patch === "replace")) return undefined;
  return KEYS[field]?.find((key) => list.every((item) => key in item));
}

function withoutDirectives(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((item) => !isMap(item) || item.$patch === undefined) : value;
}

function mergeList(before: readonly unknown[], patch: readonly JsonMap[], key: string): unknown[] {
  const changes = new Map(patch.map((item) => [item[key], item]));
  const kept = before.flatMap((item) => {
    const change = isMap(item) ? changes.get(item[key]) : undefined;
    if (!isMap(item) || change === undefined) return [item];
    changes.delete(item[key]);
    return change.$patch === "delete" ? [] : [mergeMap(item, change, true)];
  });
  return [...kept, ...[...changes.values()].filter(({ $patch }) => $patch !== "delete")];
}
