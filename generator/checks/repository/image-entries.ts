import { isMap } from "../read-as.ts";
import type { Change, JsonMap } from "./change.ts";
import { maps } from "./entries.ts";
import type { Kustomization } from "./kustomizations.ts";

interface ImageEntry {
  readonly name?: unknown;
  readonly newName?: unknown;
  readonly newTag?: unknown;
  readonly digest?: unknown;
}

/** The entries of `images`, each for the containers whose image has its name. */
export function imageChanges({ fields }: Kustomization): Change[] {
  return (maps(fields.images) as readonly ImageEntry[]).map((entry) => ({
    what: "image",
    label: String(entry.name),
    takes: (object) => imagesIn(object).some((image) => nameOf(image) === entry.name),
    apply: (object) => withImage(object, entry) as JsonMap,
  }));
}

function imagesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([field, item]) =>
    field === "image" && typeof item === "string" ? [item] : imagesIn(item),
  );
}

/** `quay.io/minio/minio` of `quay.io/minio/minio:tag@sha256:…`; a port before the path is no tag. */
function nameOf(image: string): string {
  return image.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
}

function withImage(value: unknown, entry: ImageEntry): unknown {
  if (Array.isArray(value)) return value.map((item) => withImage(item, entry));
  if (!isMap(value)) return value;
  const fields = Object.entries(value).map(([field, item]) => [
    field,
    field === "image" && typeof item === "string" && nameOf(item) === entry.name
      ? renamed(item, entry)
      : withImage(item, entry),
  ]);
  return Object.fromEntries(fields);
}

/** A new tag takes the old digest away, and a new digest alone the old tag. */
function renamed(image: string, { newName, newTag, digest }: ImageEntry): string {
  const name = nameOf(image);
  const kept = newTag === undefined && digest === undefined ? image.slice(name.length) : "";
  return `${newName ?? name}${kept}${newTag === undefined ? "" : `:${newTag}`}${digest === undefined ? "" : `@${digest}`}`;
}
