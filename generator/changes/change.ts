import type { FieldChange } from "./field-change.ts";
import type { ObjectId } from "./object-id.ts";
import type { Risk } from "./risk.ts";
import type { RollOutWave } from "./roll-out.ts";

/** Why a change is rated as it is. */
export interface Verdict {
  readonly risk: Risk;
  /** Name of the rule: `pods-restart`. */
  readonly rule: string;
  /** One or two sentences without the object's name. */
  readonly message: string;
}

/** One object that came, went or differs. */
export interface ObjectChange {
  readonly change: "added" | "changed" | "removed";
  readonly object: ObjectId;
  readonly risk: Risk;
  /** The highest risk first. */
  readonly verdicts: readonly Verdict[];
  /** What differs, by path; empty for an object that came or went. */
  readonly fields: readonly FieldChange[];
}

/** A verdict, and every object that it was given on. */
export interface Reason extends Verdict {
  /** `Deployment milvus-prod/milvus-proxy` */
  readonly objects: readonly string[];
}

/** All that differs between two states of an environment. */
export interface EnvironmentChange {
  readonly risk: Risk;
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    /** Pods that are replaced; those of a DaemonSet, one a node, are not known. */
    readonly restarts: number;
  };
  /** The most important first; without those of risk `none`. */
  readonly reasons: readonly Reason[];
  /** The most important first. */
  readonly objects: readonly ObjectChange[];
  /** The waves in which pods restart or start, in the order in which Argo CD takes them. */
  readonly rollOut: readonly RollOutWave[];
}
