/** Two neighbours of the promotion order, and the fields in which the second is not as the first. */
export interface DriftStep {
  readonly from: string;
  readonly to: string;
  readonly fields: readonly DriftField[];
}

export interface DriftField {
  /** `milvus.version` */
  readonly path: string;
  /** What runs ahead, `"2.6.20"`. */
  readonly ahead: string;
  readonly behind: string;
}

/** What a person runs to end the drift of a step. */
export function promoteCommand({ from, to }: DriftStep): string {
  return `npm run promote -- --from ${from} --to ${to}`;
}

/** `2 fields differ` */
export function fieldsDiffer({ fields }: DriftStep): string {
  return fields.length === 1 ? "1 field differs" : `${fields.length} fields differ`;
}

export const NO_ORDER = "gitops.yaml names no two environments under promotion, so none follows another.";
