import type { Gates } from "../../model/environment.ts";

/** What gates are judged by. */
export interface GateFacts {
  readonly from: string;
  readonly to: string;
  /** What the environment that is promoted to asks for. */
  readonly asked: Gates;
  /** Whether gitops.yaml has Argo CD report to GitHub. */
  readonly isReporting: boolean;
  /** Undefined where GitHub is not asked. */
  readonly github: GitHubFacts | undefined;
}

export interface GitHubFacts {
  /** What Argo CD said of the environment that is promoted from, newest first. */
  readonly reports: readonly Report[];
  /** The commit whose checks count; undefined while it is not known what runs. */
  readonly checked: string | undefined;
  /** What is known of that commit, by the name of the check. */
  readonly checks: ReadonlyMap<string, "success" | "pending" | "failure">;
  /** Open pull requests that take one of the two environments back, by their number. */
  readonly rollbacks: readonly number[];
}

/** One word of Argo CD's. */
export interface Report {
  readonly commit: string;
  readonly state: "success" | "failure" | "pending";
  readonly at: Date;
  /** Whether the environment was at that commit what the branch makes of it now. */
  readonly isCurrent: boolean;
}
