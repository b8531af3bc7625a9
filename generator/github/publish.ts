import { GeneratorError } from "../errors.ts";
import type { RemoteBranch } from "./branch.ts";
import { changedFiles } from "./changed-files.ts";
import type { GitHub } from "./client.ts";
import { endsAll, isAway } from "./failure.ts";
import { openPlace } from "./place.ts";
import { publishAt } from "./publish-at.ts";
import { listPulls } from "./pull.ts";

export interface PullRequestDraft {
  readonly branch: string;
  readonly title: string;
  /** At most 65,536 characters. */
  readonly body: string;
  readonly commitMessage: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly assignees: readonly string[];
  readonly isDraft: boolean;
  readonly autoMerge: "off" | "merge" | "squash" | "rebase";
  /** Whether one that merges by itself is stopped, before anything else of it changes. */
  readonly stopsMerging: boolean;
  /** The commit that an open pull request has to end with to be changed; undefined for any of ours, and for a new one. */
  readonly expectedHead: string | undefined;
  /** Contents by path; undefined deletes. */
  readonly files: ReadonlyMap<string, Uint8Array | undefined>;
  /** `100755` or, for a link, `120000`, by path. Any other file keeps the mode that it has. */
  readonly modes: ReadonlyMap<string, string>;
}

export interface Published {
  readonly outcome: "unchanged" | "opened" | "updated" | "left-alone" | "overtaken";
  readonly number: number | undefined;
  readonly url: string | undefined;
  readonly head: string | undefined;
  readonly warnings: readonly string[];
}

/** What became of one draft; a failure of another does not touch it. */
export type PublishResult =
  | { readonly draft: PullRequestDraft; readonly published: Published }
  | { readonly draft: PullRequestDraft; readonly failure: GeneratorError };

/** So many failures in succession to reach GitHub mean that it is away, and not that it dislikes one pull request. */
const AWAY = 3;

/**
 * Brings one pull request to what the draft says, from wherever an earlier run left it: "unchanged" when that is so already, and
 * when the base has the files, both by reads alone; "left-alone" when the branch has a commit of a person's; "overtaken" when it is
 * no longer where it was expected. Throws GeneratorErrors with exit code 4.
 */
export async function publish(github: GitHub, base: RemoteBranch, draft: PullRequestDraft): Promise<Published> {
  return publishAt(github, base, draft, undefined);
}

/**
 * Publishes one after the other, told to `onDone` as they are done. A draft that fails is kept with its failure, and the next one is
 * tried. At a rate limit, with refused credentials or without GitHub the rest is not tried and has that failure; the next run reads what
 * is finished, one call each, and goes on. Open pull requests are listed once for all.
 */
export async function publishAll(
  github: GitHub,
  base: RemoteBranch,
  drafts: readonly PullRequestDraft[],
  onDone: (result: PublishResult) => void,
): Promise<readonly PublishResult[]> {
  const results: PublishResult[] = [];
  const publishNext = await publisher(github, base, drafts);
  let stop: GeneratorError | undefined;
  for (const draft of drafts) {
    const result = stop === undefined ? await outcomeOf(draft, publishNext) : { draft, failure: stop };
    results.push(result);
    stop ??= reasonToStop(results);
    onDone(result);
  }
  return results;
}

/** For one draft the list is not worth its calls. */
async function publisher(github: GitHub, base: RemoteBranch, drafts: readonly PullRequestDraft[]) {
  const isWorthAList = drafts.filter((draft) => changedFiles(base, draft).size > 0).length > 1;
  const open = isWorthAList ? await listPulls(github, { state: "open", base: base.name }) : [];
  return (draft: PullRequestDraft) => publishAt(github, base, draft, openPlace(open, base.name, draft.branch));
}

async function outcomeOf(
  draft: PullRequestDraft,
  publishNext: (draft: PullRequestDraft) => Promise<Published>,
): Promise<PublishResult> {
  try {
    return { draft, published: await publishNext(draft) };
  } catch (failure) {
    if (!(failure instanceof GeneratorError)) throw failure;
    return { draft, failure };
  }
}

function reasonToStop(results: readonly PublishResult[]): GeneratorError | undefined {
  const failures = results.slice(-AWAY).map((result) => ("failure" in result ? result.failure : undefined));
  const last = failures.at(-1);
  if (last === undefined || endsAll(last)) return last;
  return failures.length === AWAY && failures.every(isAway) ? last : undefined;
}
