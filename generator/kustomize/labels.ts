import type { Part } from "./part.ts";

/** On every object of a component that has a version. */
export function versionLabels({ version }: Pick<Part, "version">): Record<string, string> {
  return version === undefined ? {} : { "app.kubernetes.io/version": version };
}
