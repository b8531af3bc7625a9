/** The list of an area's files and their hashes, in the format of `sha256sum -c`. */
export const MANIFEST = "generated.sha256";

/** The top-level folders that hold generated files. */
export const TOP_FOLDERS = [".github", "apps", "base", "overlays"] as const;

/** Folders in which every environment has a folder, and so a manifest, of its own: a change of one touches no other. */
export const ENVIRONMENT_FOLDERS = ["apps", "overlays"] as const;

/** Letters, digits and a few signs: what is the same on every file system, and needs no escaping in a manifest. */
const SEGMENT = /^(?!\.{1,2}$)[\w.@+-]{1,255}$/;

/**
 * The folder whose manifest owns a generated file. Undefined for whatever the generator must not write or remove, so that
 * an edited manifest cannot point at a person's file or out of the repository.
 */
export function areaOf(path: string): string | undefined {
  const segments = path.split("/");
  const [top = "", second = ""] = segments;
  if (segments.length < 2 || !contains(TOP_FOLDERS, top)) return undefined;
  if (segments.at(-1) === MANIFEST || isPersons(segments) || !segments.every(isSegment)) return undefined;
  return segments.length > 2 && contains(ENVIRONMENT_FOLDERS, top) ? `${top}/${second}` : top;
}

/** The folder whose list of files stands in this manifest. */
export function areaOfManifest(path: string): string {
  return path.slice(0, -MANIFEST.length - 1);
}

export function isManifest(path: string): boolean {
  return path.endsWith(`/${MANIFEST}`);
}

function isPersons([top, , third, ...rest]: readonly string[]): boolean {
  return top === "overlays" && (third === "custom" || (third === "environment.yaml" && rest.length === 0));
}

function isSegment(segment: string): boolean {
  return SEGMENT.test(segment);
}

function contains(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
