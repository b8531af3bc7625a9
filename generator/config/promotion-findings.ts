import type { Finding } from "../errors.ts";
import type { LoadedFile } from "./load.ts";
import { finding } from "./place.ts";
import type { PlatformFile } from "./schema/platform.ts";
import { unknownReference } from "./unknown-reference.ts";

/** Names in the promotion order that no environment has, or that stand there twice. */
export function promotionFindings({ document, value }: LoadedFile<PlatformFile>, environments: readonly string[]): Finding[] {
  const known = new Set(environments);
  const promotion = value.promotion ?? [];
  return promotion.flatMap((name, index) => {
    const at = (text: Parameters<typeof finding>[3]) =>
      finding(document.locate(["promotion", index]), `promotion[${index}]`, "E_REF", text);
    if (promotion.indexOf(name) < index) return [at(TWICE)];
    return known.has(name) ? [] : [at(unknownReference("environment", name, environments))];
  });
}

const TWICE = {
  message: "The environment stands in the order twice.",
  reason: "A change would travel in a circle.",
  remedy: "Keep one of the two.",
};
