import { join } from "node:path";
import { findKustomize } from "../../../generator/system/kustomize-binary.ts";
import { renderKustomization } from "../../../generator/system/render-kustomization.ts";
import { parseObjects } from "../../support/canonical.ts";
import type { Address } from "./tracking.ts";

/** What the real Kustomize makes of a folder: the text, and its objects. */
export async function render(
  root: string,
  path: string,
): Promise<{ readonly text: string; readonly objects: readonly Address[] }> {
  const text = await renderKustomization(await findKustomize(process.env), join(root, path));
  return { text, objects: parseObjects(text) as unknown as Address[] };
}
