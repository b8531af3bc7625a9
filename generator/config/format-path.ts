import { shown, shownText } from "./shown.ts";

/** A field as a person says it: `milvus.roles.queryNode.tolerations[0].key`, `labels["example.com/team"]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.map(segmentText).join("").replace(/^\./, "");
}

function segmentText(segment: PropertyKey): string {
  if (typeof segment === "number") return `[${segment}]`;
  const key = String(segment);
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? `.${shownText(key)}` : `[${shown(key)}]`;
}
