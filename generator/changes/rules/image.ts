/** The parts of an image's name. */
export interface ImageParts {
  /** With the registry: `quay.io/minio/minio`. */
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

export function parseImage(image: string): ImageParts {
  const [named = "", digest = ""] = image.split("@");
  const colon = named.lastIndexOf(":");
  const hasTag = colon > named.lastIndexOf("/");
  return { repository: hasTag ? named.slice(0, colon) : named, tag: hasTag ? named.slice(colon + 1) : "", digest };
}

/** The way from one version to another. A family is the first two numbers: 2.5 of 2.5.27. */
export type Step = "none" | "up" | "down" | "family-up" | "families-skipped" | "family-down" | "build" | "unknown";

export function versionStep(before: string, after: string): Step {
  if (before === after) return "none";
  const [old, now] = [numbersOf(before), numbersOf(after)];
  if (old !== undefined && now !== undefined) return numberStep(old, now);
  const [oldDate, date] = [releaseDate(before), releaseDate(after)];
  if (oldDate === undefined || date === undefined) return "unknown";
  return date > oldDate ? "up" : "down";
}

type Numbers = readonly [major: number, minor: number, patch: number];

function numberStep([oldMajor, oldMinor, oldPatch]: Numbers, [major, minor, patch]: Numbers): Step {
  const family = major - oldMajor || minor - oldMinor;
  if (family < 0) return "family-down";
  if (family > 0) return major === oldMajor && family === 1 ? "family-up" : "families-skipped";
  if (patch === oldPatch) return "build";
  return patch > oldPatch ? "up" : "down";
}

function numbersOf(tag: string): Numbers | undefined {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(tag) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch ?? 0)];
}

/** MinIO's tags are dates: `RELEASE.2024-12-18T13-15-44Z`. */
function releaseDate(tag: string): string | undefined {
  return /^RELEASE\.(\d{4}-\d{2}-\d{2}T[\d-]+Z)/.exec(tag)?.[1];
}

/** The family of a tag for a message: `2.6` of `v2.6.20`. */
export function familyOf(tag: string): string {
  const [major, minor] = numbersOf(tag) ?? [];
  return major === undefined ? tag : `${major}.${minor}`;
}
