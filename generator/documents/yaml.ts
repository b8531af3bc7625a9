import { orderFields } from "./field-order.ts";
import { emptied, renderKey, renderScalar } from "./yaml-scalars.ts";

/**
 * Data to YAML, the one place where that happens: block style, two spaces, list items indented, no anchors, nothing folded. Keys and
 * scalars are written by `yaml`; only the lines around them are ours, because a fleet has tens of thousands of files and the library
 * takes ten times as long for the same text.
 */
export function renderYaml(value: unknown): string {
  const lines: string[] = [];
  const ordered = isKubernetesObject(value) ? orderFields(value) : value;
  if (isBranch(ordered)) block(lines, ordered, "", "");
  else lines.push(renderScalar(ordered, ""));
  return `${lines.join("\n")}\n`;
}

/** A kustomization and Milvus' own configuration keep the order in which they were made. */
function isKubernetesObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("apiVersion" in value) || !("kind" in value)) return false;
  return value.kind !== "Kustomization";
}

type Branch = readonly unknown[] | Readonly<Record<string, unknown>>;

/** A list or mapping that has something in it. */
function isBranch(value: unknown): value is Branch {
  return typeof value === "object" && value !== null && emptied(value) === undefined;
}

/** The lines of a list or mapping. `first` begins its first line: behind the dash of a list it stands on the dash's own line. */
function block(lines: string[], branch: Branch, first: string, indent: string): void {
  if (Array.isArray(branch)) list(lines, branch, first, indent);
  else mapping(lines, branch as Readonly<Record<string, unknown>>, first, indent);
}

function list(lines: string[], items: readonly unknown[], first: string, indent: string): void {
  let start = first;
  for (const item of items) {
    if (isBranch(item)) block(lines, item, `${start}- `, `${indent}  `);
    else lines.push(`${start}- ${renderScalar(item, indent)}`);
    start = indent;
  }
}

function mapping(lines: string[], fields: Readonly<Record<string, unknown>>, first: string, indent: string): void {
  let start = first;
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const key = renderKey(field);
    if (isBranch(value)) {
      lines.push(`${start}${key}:`);
      block(lines, value, `${indent}  `, `${indent}  `);
    } else {
      lines.push(`${start}${key}: ${renderScalar(value, indent)}`);
    }
    start = indent;
  }
}
