import { unread } from "../../documents/diff-escape.ts";
import { type PullRequestValues, pullRequestBody, pullRequestTitle } from "../../documents/pull-request.ts";
import type { Finding } from "../../errors.ts";
import type { PullRequestDraft } from "../../github/publish.ts";
import { branchName, type Intent } from "./intent.ts";
import { PLATFORM, type Proposal } from "./proposal.ts";

/** GitHub refuses a body of more than 65,536 characters; what a person adds needs room too. */
const BODY_CHARACTERS = 60_000;

/** A proposal as the pull request that carries it. */
export function draftOf(proposal: Proposal, intent: Intent, findings: readonly Finding[]): PullRequestDraft {
  const { labels, reviewers, teamReviewers, assignees, draft, autoMerge } = proposal.platform.pullRequests;
  const values = valuesOf(proposal, intent, findings);
  const title = pullRequestTitle(values);
  return {
    branch: branchName(proposal.name, intent.slug),
    title,
    body: pullRequestBody(values, BODY_CHARACTERS),
    commitMessage: `${title}\n\n${unread(intent.command)}\n`,
    files: proposal.files,
    modes: new Map(),
    isDraft: draft,
    labels,
    reviewers,
    teamReviewers,
    assignees,
    autoMerge,
    stopsMerging: false,
    expectedHead: undefined,
  };
}

function valuesOf(
  { name, fields, comparison, notes }: Proposal,
  intent: Intent,
  findings: readonly Finding[],
): PullRequestValues {
  const { before, after, environments, unchanged } = comparison;
  const { kind, source, gates, undo, command } = intent;
  return {
    kind,
    source,
    gates,
    undo,
    command,
    environment: name === PLATFORM ? "gitops.yaml" : name,
    fields,
    diff: { from: before.title, to: after.title, environments, unchanged },
    warnings: [...notes, ...intent.notes, ...warningsOf(name, findings)],
  };
}

/** Of several proposals that were planned together, each has its own. */
function warningsOf(name: string, findings: readonly Finding[]): string[] {
  return findings
    .filter(({ location }) => name === PLATFORM || location.file.startsWith(`overlays/${name}/`))
    .map(({ path, message, remedy, code }) => `${path === "" ? "" : `${path}: `}${message} ${remedy} (${code})`);
}
