import type { Finding } from "../errors.ts";
import type { FileChange, WritePlan } from "../system/tree.ts";
import type { Output } from "./output.ts";

interface Report {
  readonly isPreview: boolean;
  readonly diff: boolean;
  readonly findings: readonly Finding[];
}

/** Says which files were written, or would be. */
export async function reportChanges({ changes }: WritePlan, report: Report, out: Output): Promise<void> {
  if (out.json) return out.print(changesJson(changes, report));
  if (report.diff) return out.print(await patchOf(changes));
  out.print(changesText(changes, report.isPreview));
}

/** The differences as a patch; the library is loaded only when somebody asks. */
export async function patchOf(changes: readonly Pick<FileChange, "path" | "before" | "after">[]): Promise<string> {
  const { renderPatch } = await import("../changes/patch.ts");
  return renderPatch(changes);
}

function changesJson(changes: readonly FileChange[], { isPreview, findings }: Report): string {
  const files = changes.map(({ path, kind }) => ({ path, kind }));
  return `${JSON.stringify({ findings, changes: files, written: !isPreview && changes.length > 0 }, null, 2)}\n`;
}

/** More lines than this say less than a count. */
const MAX_LISTED = 40;

function changesText(changes: readonly FileChange[], isPreview: boolean): string {
  if (changes.length === 0) return "Nothing to do: every generated file is up to date.\n";
  const lines = changes.length <= MAX_LISTED ? changes.map(({ kind, path }) => `  ${kind} ${path}`) : folderCounts(changes);
  return `${isPreview ? "Would write" : "Wrote"} ${files(changes.length)}:\n${lines.join("\n")}\n`;
}

function folderCounts(changes: readonly FileChange[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of changes) {
    const folder = path.split("/", path.startsWith("overlays/") ? 2 : 1).join("/");
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const shown = [...counts].slice(0, MAX_LISTED).map(([folder, count]) => `  ${files(count)} in ${folder}`);
  return counts.size <= MAX_LISTED ? shown : [...shown, `  and more in ${counts.size - MAX_LISTED} other folders`];
}

function files(count: number): string {
  return `${count} file${count === 1 ? "" : "s"}`;
}
