import type { Location } from "../errors.ts";
import type { Origin, Place } from "./config.ts";
import type { SourceDocument } from "./document.ts";
import { valueAt } from "./field.ts";
import { formatPath } from "./format-path.ts";
import type { Path } from "./locate.ts";

/** The files that an environment is merged from. */
export interface Documents {
  readonly environment: SourceDocument;
  readonly platform: SourceDocument;
}

/**
 * Where a person changes a merged value: in the file of the environment if it says it, else in the profile that does, else
 * at the nearest parent in the environment's file.
 */
export function placeOf({ environment, platform }: Documents, { profile }: Origin, path: Path): Place {
  if (profile === undefined) return { location: locate(environment, path), field: formatPath(path) };
  const inProfile = ["profiles", profile, ...path];
  return { location: locate(platform, inProfile), field: formatPath(inProfile) };
}

/** A block begins a line below its name, which is where a person looks. */
function locate(document: SourceDocument, path: Path): Location {
  const value = valueAt(document.value, path);
  return typeof value === "object" && value !== null ? document.keyLocation(path) : document.locate(path);
}
