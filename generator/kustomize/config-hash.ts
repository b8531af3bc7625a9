import { createHash } from "node:crypto";

/**
 * The name that Kustomize's configMapGenerator gives a ConfigMap (`api/hasher`): ten characters of the SHA-256 of its JSON, with
 * those letters replaced that could spell a word. The hasher looks the name up where it is not, so the JSON has an empty one.
 */
export function hashedName(name: string, data: Readonly<Record<string, string>>): string {
  const sorted = Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  const json = escapeAsGo(JSON.stringify({ data: sorted, kind: "ConfigMap", name: "" }));
  const hex = createHash("sha256").update(json).digest("hex").slice(0, 10);
  return `${name}-${hex.replace(/[013ae]/g, (character) => REPLACED[character] ?? character)}`;
}

const REPLACED: Readonly<Record<string, string>> = { "0": "g", "1": "h", "3": "k", a: "m", e: "t" };

/** Go's JSON escapes what HTML or JavaScript could misread. */
function escapeAsGo(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
