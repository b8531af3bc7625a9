import { environmentGuide } from "../documents/environment-guide.ts";
import type { FileTree } from "../documents/file-tree.ts";
import { renderTree } from "../documents/tree.ts";
import type { Base } from "../kustomize/base.ts";
import { overlayFiles } from "../kustomize/overlay.ts";
import type { Environment } from "../model/environment.ts";
import { environmentValues } from "./environment-values.ts";
import { identityPath, identityText } from "./identity-file.ts";
import { partsOf } from "./parts.ts";

/** `overlays/<environment>/`, as text: of a fleet's objects only those of one environment are in memory. */
export function environmentFiles(environment: Environment, base: Base): FileTree {
  const parts = partsOf(environment);
  return new Map([
    ...renderTree(overlayFiles(environment, parts, base)),
    [`overlays/${environment.name}/README.md`, environmentGuide(environmentValues(environment, parts))],
    [identityPath(environment.name), identityText(environment, parts)],
  ]);
}
