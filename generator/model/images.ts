import type { Image } from "./environment.ts";

/** `repository:tag`, followed by `@digest` where one is given: the digest decides, the tag tells people. */
export function imageReference(image: Image): string {
  return `${image.repository}:${image.tag}${image.digest === undefined ? "" : `@${image.digest}`}`;
}
