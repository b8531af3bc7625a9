import { isMap } from "../read-as.ts";
import type { Kustomization } from "./kustomizations.ts";

/** A path that a kustomization names. */
export interface Entry {
  readonly field: string;
  readonly path: string;
  /** `any` may be a file or a folder with a kustomization. */
  readonly wants: "file" | "folder" | "any";
}

/** Every path that a kustomization names, in any field that takes one. */
export function entriesOf({ fields }: Pick<Kustomization, "fields">): Entry[] {
  return [
    ...["resources", "bases", "generators", "transformers", "validators"].flatMap((field) => entries(fields, field, "any")),
    ...entries(fields, "components", "folder"),
    ...["crds", "configurations"].flatMap((field) => entries(fields, field, "file")),
    ...["patches", "patchesJson6902", "replacements"].flatMap((field) => pathsOf(fields, field)),
    ...entries(fields, "patchesStrategicMerge", "file").filter(({ path }) => !path.includes("\n")),
    ...["configMapGenerator", "secretGenerator"].flatMap((field) => filesOf(fields, field)),
    ...pathsOf({ openapi: [fields.openapi] }, "openapi"),
  ];
}

type Fields = Kustomization["fields"];

function entries(fields: Fields, field: string, wants: Entry["wants"]): Entry[] {
  return texts(fields[field]).map((path) => ({ field, path, wants }));
}

function pathsOf(fields: Fields, field: string): Entry[] {
  return maps(fields[field]).flatMap(({ path }) => (typeof path === "string" ? [{ field, path, wants: "file" as const }] : []));
}

/** `files` may name the key: `user.yaml=files/user-prod.yaml`. */
function filesOf(fields: Fields, field: string): Entry[] {
  return maps(fields[field]).flatMap(({ files, envs, env }) => [
    ...texts(files).map((file) => ({ field, path: file.slice(file.indexOf("=") + 1), wants: "file" as const })),
    ...[...texts(envs), ...texts([env])].map((path) => ({ field, path, wants: "file" as const })),
  ]);
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

export function maps(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}
