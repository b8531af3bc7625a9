import { formatPath } from "../config/format-path.ts";
import type { EnvironmentConfig } from "../config/index.ts";
import { promotionEdits } from "../config/promotion.ts";
import { shown, shownText } from "../config/shown.ts";
import type { DriftField } from "../documents/drift-values.ts";

/** The fields that a promotion would change, with what both environments come to. */
export function driftFields(from: EnvironmentConfig, to: EnvironmentConfig): DriftField[] {
  return promotionEdits(from, to, []).map(({ path, value }) => ({
    path: formatPath(path),
    ahead: fieldText(value, path),
    behind: fieldText(valueAt(to.settings, path), path),
  }));
}

function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    settings,
  );
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Lists and mappings in full, as far as a line takes them. */
function fieldText(value: unknown, path: readonly string[]): string {
  return typeof value === "object" && value !== null ? shownText(JSON.stringify(value)) : shown(value, path);
}
