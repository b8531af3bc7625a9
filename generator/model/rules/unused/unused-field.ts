import type { Path } from "../../../config/locate.ts";
import { toPath } from "../problem.ts";

/** A field that nothing reads next to what else is said. */
export interface UnusedField {
  readonly field: string;
  readonly path: Path;
  /** `etcd.mode is external` */
  readonly because: string;
}

/** Those fields, where the condition holds. */
export function unusedIf(condition: boolean, because: string, fields: readonly string[]): UnusedField[] {
  return condition ? fields.map((field) => ({ field, path: toPath(field), because })) : [];
}

/** All fields of a section but those named. */
export function othersThan(kept: readonly string[], path: string, section: object | undefined): string[] {
  return Object.keys(section ?? {})
    .filter((key) => !kept.includes(key))
    .map((key) => `${path}.${key}`);
}
