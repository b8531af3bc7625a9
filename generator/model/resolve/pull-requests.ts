import type { PlatformFile } from "../../config/schema/platform.ts";
import type { PullRequests } from "../environment.ts";

type PullRequestSettings = NonNullable<PlatformFile["pullRequests"]>;

/** Merging and asking people are a person's choice, so nothing of it happens until somebody says so. */
export function resolvePullRequests(settings: PullRequestSettings = {}): PullRequests {
  const { draft = false, labels = [], reviewers = [], assignees = [], autoMerge = "off" } = settings;
  const names = reviewers.map(withoutAt);
  return {
    draft,
    labels,
    reviewers: names.filter((name) => !isTeam(name)),
    teamReviewers: names.filter(isTeam).map(slug),
    assignees: assignees.map(withoutAt),
    autoMerge,
  };
}

function withoutAt(name: string): string {
  return name.replace(/^@/, "");
}

function isTeam(name: string): boolean {
  return name.includes("/");
}

function slug(team: string): string {
  return team.slice(team.indexOf("/") + 1);
}
