import { PULL } from "./answers.ts";
import { stopMerging } from "./auto-merge.ts";
import type { RemoteBranch } from "./branch.ts";
import { bringBranch, type Goal } from "./bring-branch.ts";
import { answer } from "./calls.ts";
import { changedFiles } from "./changed-files.ts";
import type { GitHub } from "./client.ts";
import { complete } from "./complete.ts";
import { openPullRequest } from "./open-pull-request.ts";
import { findPlace, type Place } from "./place.ts";
import type { Published, PullRequestDraft } from "./publish.ts";
import type { Pull } from "./pull.ts";
import { treeWith } from "./tree.ts";

const NOTHING: Published = { outcome: "unchanged", number: undefined, url: undefined, head: undefined, warnings: [] };

/** One go at it; throws a conflict where somebody else wrote at the same time. */
export async function publishOnce(
  github: GitHub,
  base: RemoteBranch,
  draft: PullRequestDraft,
  known: Place | undefined,
): Promise<Published> {
  const changes = changedFiles(base, draft);
  if (changes.size === 0) return NOTHING;
  const goal: Goal = { base, changes, tree: treeWith(base, changes), message: draft.commitMessage };
  const place = known ?? (await findPlace(github, base.name, draft.branch));
  if (isOvertaken(place, draft)) return overtaken(place);
  const isStopped = draft.stopsMerging && place.pull !== undefined && (await stopMerging(github, place.pull));
  const { head, outcome } = await bringBranch(github, goal, place);
  if (outcome === "persons") return leftAlone(place, head);
  if (place.pull === undefined) return open(github, { base: base.name, branch: place.branch, head }, draft);
  const updated = await update(github, { pull: { ...place.pull, head }, isMoved: outcome === "moved" }, draft);
  return isStopped ? { ...updated, outcome: "updated" } : updated;
}

function isOvertaken({ pull }: Place, { expectedHead }: PullRequestDraft): boolean {
  return expectedHead !== undefined && pull?.head !== expectedHead;
}

/** Without a head: what is there now is for whoever made it to look after. */
function overtaken({ branch, pull }: Place): Published {
  const warning = `${branch} was moved or closed since it was looked at, so it was left as it is.`;
  return { outcome: "overtaken", number: pull?.number, url: pull?.url, head: undefined, warnings: [warning] };
}

function leftAlone({ branch, pull }: Place, head: string): Published {
  const warning = `${branch} has a commit that is not of this tool, so it was left as it is. Merge or close it, or delete the branch, and run again.`;
  return { outcome: "left-alone", number: pull?.number, url: pull?.url, head, warnings: [warning] };
}

async function open(
  github: GitHub,
  { base, branch, head }: { readonly base: string; readonly branch: string; readonly head: string },
  draft: PullRequestDraft,
): Promise<Published> {
  const opened = await openPullRequest(github, { base, branch }, draft);
  if (opened === undefined) return NOTHING;
  const pull = { ...opened.pull, head };
  if (opened.isAdopted) await correctTexts(github, pull, draft);
  const { warnings } = await complete(github, pull, draft, "new");
  return published("opened", pull, [...opened.warnings, ...warnings]);
}

async function update(
  github: GitHub,
  { pull, isMoved }: { readonly pull: Pull; readonly isMoved: boolean },
  draft: PullRequestDraft,
): Promise<Published> {
  const isCorrected = await correctTexts(github, pull, draft);
  const { isChanged, warnings } = await complete(github, pull, draft, isMoved ? "moved" : "seen");
  return published(isMoved || isCorrected || isChanged ? "updated" : "unchanged", pull, warnings);
}

async function correctTexts(github: GitHub, pull: Pull, { title, body }: PullRequestDraft): Promise<boolean> {
  if (isSameText(pull.title, title) && isSameText(pull.body, body)) return false;
  const call = github.rest.pulls.update({ ...github.repository, pull_number: pull.number, title, body });
  await answer(call, PULL);
  return true;
}

/** GitHub's own editor writes line ends as \r\n, and ends of texts are trimmed. */
function isSameText(there: string, wanted: string): boolean {
  return there.replaceAll("\r\n", "\n").trim() === wanted.replaceAll("\r\n", "\n").trim();
}

function published(outcome: Published["outcome"], { number, url, head }: Pull, warnings: readonly string[]): Published {
  return { outcome, number, url, head, warnings };
}
