import type { Finding } from "../../errors.ts";
import type { PullRequestDraft } from "../../github/publish.ts";
import type { Output } from "../output.ts";
import type { Sent } from "./send.ts";

/** Says what became of each draft; the drafts themselves where nothing was sent. */
export function reportSent(sent: readonly Sent[], findings: readonly Finding[], out: Output): void {
  if (out.json) out.print(`${JSON.stringify({ findings, pullRequests: sent.map(sentJson) }, null, 2)}\n`);
  else for (const one of sent) reportOne(one, out);
}

function reportOne(sent: Sent, out: Output): void {
  out.print(sent.outcome === "printed" ? draftText(sent.draft) : `${outcomeText(sent)}\n`);
  for (const warning of sent.warnings) out.complain(`  ${warning}\n`);
  if (sent.failure !== undefined) out.complain(`  ${sent.failure.message}\n  ${sent.failure.remedy} (${sent.failure.code})\n`);
}

/** For a person who looks before sending. */
export function draftText({
  branch,
  title,
  labels,
  reviewers,
  teamReviewers,
  assignees,
  body,
  files,
}: PullRequestDraft): string {
  const lines = [
    ["Title", title],
    ["Branch", branch],
    ["Labels", labels.join(", ")],
    ["Reviewers", [...reviewers, ...teamReviewers].join(", ")],
    ["Assignees", assignees.join(", ")],
    ["Files", [...files.keys()].sort().join("\n           ")],
  ];
  const head = lines.filter(([, text]) => text !== "").map(([name, text]) => `${`${name}:`.padEnd(11)}${text}\n`);
  return `${head.join("")}\n${body}`;
}

function outcomeText({ draft, outcome, url }: Sent): string {
  const where = url ?? draft.branch;
  return `${draft.title}\n  ${WORDS[outcome]} ${where}`;
}

const WORDS: Readonly<Record<Sent["outcome"], string>> = {
  opened: "opened",
  updated: "updated",
  unchanged: "unchanged:",
  "left-alone": "left alone, because a person has committed to it:",
  overtaken: "left to another run:",
  committed: "committed to the local branch",
  printed: "",
  failed: "failed:",
};

/** One of them for a program. */
export function sentJson({ draft, outcome, number, url, head, warnings, failure }: Sent) {
  const { branch, title, body, labels, reviewers, teamReviewers, assignees, isDraft, autoMerge, files } = draft;
  const problem = failure && { code: failure.code, message: failure.message, remedy: failure.remedy };
  const wanted = { labels, reviewers, teamReviewers, assignees, isDraft, autoMerge };
  return {
    outcome,
    number,
    url,
    head,
    branch,
    title,
    body,
    ...wanted,
    files: [...files.keys()].sort(),
    warnings,
    failure: problem,
  };
}
