import { parseDocument } from "../config/document.ts";
import { renderFile } from "../documents/tree.ts";
import { type Facts, identityFacts } from "../identity/facts.ts";
import type { Part } from "../kustomize/part.ts";
import type { Environment } from "../model/environment.ts";

const FILE = "identity.yaml";

/** Where the record of an environment lies; no kustomization lists it, so Argo CD does not apply it. */
export function identityPath(environment: string): string {
  return `overlays/${environment}/${FILE}`;
}

export function identityText(environment: Environment, parts: readonly Part[]): string {
  const units = parts.flatMap((part) => part.units);
  return renderFile(`overlays/${environment.name}/environment.yaml`, identityFacts(environment, units));
}

/** The way back, line by line, as the text was written; undefined for a text that no run has written. */
export function parseIdentity(text: string): Facts | undefined {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const facts = Object.fromEntries(lines.flatMap(factsOf));
  return Object.keys(facts).length === lines.length ? facts : undefined;
}

/** Environments share nearly all of their lines. */
const known = new Map<string, readonly (readonly [string, string])[]>();

function factsOf(line: string): readonly (readonly [string, string])[] {
  const found = known.get(line) ?? parseLine(line);
  known.set(line, found);
  return found;
}

function parseLine(line: string): [string, string][] {
  const parsed = parseDocument(FILE, new TextEncoder().encode(line));
  if ("findings" in parsed) return [];
  return Object.entries(parsed.document.value as object).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
}
