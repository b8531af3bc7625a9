import type { DiffValues } from "./diff-values.ts";

/** What the texts of a pull request tell. Nothing in it is escaped. */
export interface PullRequestValues {
  readonly kind: "propose" | "promote" | "rollback" | "regenerate";
  /** Or `gitops.yaml`, for a change of the platform. */
  readonly environment: string;
  /** Of a promotion: the environment that it comes from. Of a rollback: the revision, eight hex digits and its subject. */
  readonly source: string | undefined;
  /** What changes in the description, the most important first. */
  readonly fields: readonly FieldValues[];
  readonly diff: DiffValues;
  /** One line each. */
  readonly warnings: readonly string[];
  readonly gates: readonly GateValues[];
  /** Sentences, and commands as they are typed; a command begins with `npm`, `git`, `gh`, `kubectl` or `argocd`. */
  readonly undo: readonly string[];
  /** How the pull request was made: `npm run propose -- --env prod --set …`, quoted for a shell. */
  readonly command: string;
}

export interface FieldValues {
  /** `milvus.version` */
  readonly path: string;
  /** Undefined where the description did not say it. */
  readonly before: string | undefined;
  /** Undefined where it no longer says it. */
  readonly after: string | undefined;
}

export interface GateValues {
  readonly name: string;
  readonly state: "passed" | "waiting" | "failed";
  /** What was found. */
  readonly text: string;
}
