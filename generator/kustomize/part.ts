import type { Unit } from "../kubernetes/resource.ts";

/** What one component plans for one environment. */
export interface Part {
  /** The component's name, and its folder in the overlay. */
  readonly name: string;
  readonly isShared: boolean;
  /** Of the label `app.kubernetes.io/version`. */
  readonly version: string | undefined;
  readonly units: readonly Unit[];
}
