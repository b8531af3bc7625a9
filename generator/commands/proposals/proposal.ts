import type { Platform } from "../../model/environment.ts";
import type { Comparison } from "../diff-compare.ts";
import type { Changes } from "./changed-side.ts";
import type { FieldChange } from "./field-changes.ts";

/** The part of a branch's name, and of a title, for a change of `gitops.yaml`. No environment may be called so. */
export const PLATFORM = "platform";

/** What one pull request would change. */
export interface Proposal {
  /** The environment, or `platform`. */
  readonly name: string;
  /** Every file that changes: what people wrote, and all that the generator makes of it. */
  readonly files: Changes;
  /** What differs in the description, profiles and defaults included. */
  readonly fields: readonly FieldChange[];
  /** What that changes in the clusters. */
  readonly comparison: Comparison;
  /** What a reviewer should know of how it was compared. */
  readonly notes: readonly string[];
  /** As the platform's file asks, after the change. */
  readonly platform: Platform;
}
