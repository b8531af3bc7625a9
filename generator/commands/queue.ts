import { EXIT } from "../errors.ts";
import type { GitHub } from "../github/client.ts";
import { readPull } from "../github/pull.ts";
import { postStatuses, type Status, statusesOf } from "../github/statuses.ts";
import type { Output } from "./output.ts";
import { openRepository, readRepository } from "./proposals/target.ts";
import { badOption } from "./propose-edits.ts";
import { NO_PROMOTION, promotionWith } from "./review-gates.ts";

export interface QueueOptions {
  readonly directory: string;
  /** The branch that a merge queue made: `refs/heads/gh-readonly-queue/main/pr-7-<commit>`. */
  readonly mergeGroup: string;
  /** Its commit. */
  readonly head: string;
}

/**
 * Reports the gates on the commit that a merge queue made of a pull request. A queue asks for what the branch requires there anew
 * (docs.github.com, "Managing a merge queue"), and nothing else ever reports on such a commit.
 */
export async function queue({ directory, mergeGroup, head }: QueueOptions, out: Output): Promise<number> {
  const number = numberOf(mergeGroup);
  const { url, branch: base } = readRepository(directory);
  const github = await openRepository(url, out);
  const pull = await readPull(github, number);
  const promotion = await promotionWith(github, { pull, head: pull.head, base });
  const statuses = promotion === undefined ? NO_PROMOTION : await carried(github, promotion);
  await postStatuses(github, head, statuses);
  out.print(out.json ? `${JSON.stringify({ pullRequest: number, statuses }, null, 2)}\n` : textOf(number, statuses));
  return EXIT.done;
}

/** GitHub names the branch after the last pull request in it; those before it have branches of their own. */
function numberOf(ref: string): number {
  const [, number] = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40}$/.exec(ref) ?? [];
  if (number !== undefined) return Number(number);
  throw badOption(
    `--merge-group ${JSON.stringify(ref)} is no branch of a merge queue.`,
    "Give it as the event merge_group has it under head_ref: refs/heads/gh-readonly-queue/main/pr-7-…",
  );
}

/** As they stand on the promotion. One that waits fails here, because nobody would report on this commit later. */
async function carried(github: GitHub, { number, head }: { readonly number: number; readonly head: string }) {
  const there = new Map((await statusesOf(github, head)).map((status) => [status.context, status]));
  return NO_PROMOTION.map(({ context }): Status => {
    const { state, description } = there.get(context) ?? {};
    if (state === "success") return { context, state, description: description ?? "" };
    return { context, state: "failure", description: `Not passed on #${number}: ${description ?? "nobody has told it yet."}` };
  });
}

function textOf(number: number, statuses: readonly Status[]): string {
  const lines = statuses.map(({ context, state, description }) => `  ${context} ${state}: ${description}\n`);
  return `#${number} in the merge queue:\n${lines.join("")}`;
}
