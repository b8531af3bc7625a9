import type { Family, Image } from "./environment.ts";

/** `repository:tag`, followed by `@digest` where one is given: the digest decides, the tag tells people. */
export function imageReference(image: Image): string {
  return `${image.repository}:${image.tag}${image.digest === undefined ? "" : `@${image.digest}`}`;
}

/**
 * The console for each family, by its own table of what fits (attu `README.md`). 2.5.12 is the last one under the Apache License, and
 * the last whose source can be read; the chart of Milvus 2.6 runs one of 2.5 too.
 */
export const ATTU_TAGS: Readonly<Record<Family, string>> = {
  "2.3": "v2.3.5",
  "2.4": "v2.4.12",
  "2.5": "v2.5.12",
  "2.6": "v2.5.12",
};
