import { PULL } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { isRefusal } from "./failure.ts";
import type { PullRequestDraft } from "./publish.ts";
import { type Pull, pullOf, pullsOfBranch } from "./pull.ts";

export interface Opened {
  readonly pull: Pull;
  /** Somebody else, or a call of ours whose answer was lost, had opened it before. */
  readonly isAdopted: boolean;
  readonly warnings: readonly string[];
}

interface Ends {
  readonly base: string;
  readonly branch: string;
}

const PAUSES = [1, 2, 4];

/** Opens the pull request, or finds it where GitHub says that it is there. Undefined when the base has every commit by now. */
export async function openPullRequest(github: GitHub, ends: Ends, draft: PullRequestDraft): Promise<Opened | undefined> {
  try {
    return { pull: await create(github, ends, draft), isAdopted: false, warnings: [] };
  } catch (error) {
    if (isRefusal(error, 422, /No commits between/i)) return undefined;
    if (isRefusal(error, 422, /A pull request already exists/i)) return adopt(github, ends, error);
    if (draft.isDraft && isRefusal(error, 422, /draft/i)) return openWithoutDraft(github, ends, draft);
    throw error;
  }
}

async function openWithoutDraft(github: GitHub, ends: Ends, draft: PullRequestDraft): Promise<Opened | undefined> {
  const opened = await openPullRequest(github, ends, { ...draft, isDraft: false });
  return opened === undefined ? undefined : { ...opened, warnings: [...opened.warnings, NO_DRAFTS] };
}

const NO_DRAFTS = "The pull request is no draft, because this repository does not have drafts.";

/** A branch that was made a moment ago may be unknown to the part of GitHub that opens pull requests. */
async function create(github: GitHub, { base, branch }: Ends, { title, body, isDraft }: PullRequestDraft): Promise<Pull> {
  const wanted = { ...github.repository, title, body, head: branch, base, draft: isDraft };
  for (const seconds of PAUSES) {
    try {
      return pullOf(await answer(github.rest.pulls.create(wanted), PULL));
    } catch (error) {
      if (!isRefusal(error, 422, /\bhead invalid\b/)) throw error;
      await github.pause(seconds);
    }
  }
  return pullOf(await answer(github.rest.pulls.create(wanted), PULL));
}

async function adopt(github: GitHub, ends: Ends, refusal: unknown): Promise<Opened> {
  for (const seconds of [0, ...PAUSES]) {
    await github.pause(seconds);
    const pull = (await pullsOfBranch(github, ends)).find(({ state }) => state === "open");
    if (pull !== undefined) return { pull, isAdopted: true, warnings: [] };
  }
  throw refusal;
}
