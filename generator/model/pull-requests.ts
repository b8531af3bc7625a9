/** What has to hold where a change comes from before it may enter this environment. */
export interface Gates {
  /** `required` asks that Argo CD calls the environment before this one in the promotion order healthy. */
  readonly health: "required" | "none";
  /** How long a change has run there without a fault; 0 asks for nothing. */
  readonly soakSeconds: number;
  /** Checks and statuses, by their names on GitHub, that have passed on the commit that runs there. */
  readonly checks: readonly string[];
}

/** How the pull requests look that `propose`, `promote` and `rollback` open. */
export interface PullRequests {
  readonly draft: boolean;
  readonly labels: readonly string[];
  /** Users as GitHub's API takes them: `octocat`, without the @. */
  readonly reviewers: readonly string[];
  /** Teams of the organisation that has the repository, by their slug: `platform`. */
  readonly teamReviewers: readonly string[];
  /** Users, as `reviewers`. */
  readonly assignees: readonly string[];
  /** How GitHub merges once all that the branch asks for is there; `off` leaves merging to people. */
  readonly autoMerge: "off" | "merge" | "squash" | "rebase";
}

/** Who hears of it when Argo CD has synced an environment. */
export interface Notifications {
  /** `on` has Argo CD report each sync to GitHub as a deployment, which gates read. */
  readonly github: "on" | "off";
}
