import { reviewComment } from "../documents/review-comment.ts";
import { EXIT, GeneratorError } from "../errors.ts";
import { upsertComment } from "../github/comment.ts";
import { isRefusal } from "../github/failure.ts";
import { type Pull, readPull } from "../github/pull.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import { compareSides } from "./diff-compare.ts";
import { endSide, startSide } from "./diff-ends.ts";
import { BODY_CHARACTERS, diffValues } from "./diff-report.ts";
import { short } from "./gates/gate.ts";
import type { Output } from "./output.ts";
import { openRepository, readRepository } from "./proposals/target.ts";
import { passGates } from "./review-gates.ts";

export interface ReviewOptions {
  readonly directory: string;
  readonly pullRequest: number;
  readonly from: string;
  readonly to: string;
  /** The newest commit of its branch: with it, the gates of promotions are reported as passed where this is none. */
  readonly head?: string;
}

/** Says in one comment on a pull request what it changes in the clusters, and prints the same text. */
export async function review(options: ReviewOptions, out: Output): Promise<number> {
  const text = await reviewText(options, out);
  // The text is out before GitHub is asked: whatever that says, the job's summary has it.
  if (!out.json) out.print(text);
  const comment = await tell(options, text, out);
  if (out.json) out.print(`${JSON.stringify({ pullRequest: options.pullRequest, comment, text }, null, 2)}\n`);
  return EXIT.done;
}

async function reviewText({ directory, from, to }: ReviewOptions, out: Output): Promise<string> {
  const before = await startSide(directory, { ref: from, title: "the base" }, out);
  const after = await endSide(directory, { ref: to, title: "this pull request" });
  return reviewComment(diffValues(await compareSides({ before, after }, undefined, out)), BODY_CHARACTERS);
}

/** The comment is found again by it; GitHub does not show it. */
const MARKER = "<!-- milvus-gitops review -->";

type Commented = Awaited<ReturnType<typeof upsertComment>> | "refused";

/** The comment and the gates do not need each other, so that the failure of one is told when both were tried. */
async function tell(options: ReviewOptions, text: string, out: Output): Promise<Commented> {
  const { url, branch: base } = readRepository(options.directory);
  const github = await openRepository(url, out);
  const pull = await readPull(github, options.pullRequest);
  const { head } = options;
  const comment = await settled(() => upsertComment(github, pull.number, MARKER, text));
  const gates = head === undefined ? undefined : await settled(() => passGates(github, { pull, head, base }));
  requireTold(pull, [comment, gates], out);
  if (gates !== undefined && !(gates instanceof GeneratorError) && gates.number !== pull.number) tellShared(gates, out);
  return comment instanceof GeneratorError ? "refused" : comment;
}

async function settled<T>(action: () => Promise<T>): Promise<T | GeneratorError> {
  try {
    return await action();
  } catch (failure) {
    if (!(failure instanceof GeneratorError)) throw failure;
    return failure;
  }
}

/** The token of a pull request from a fork only reads, which is no fault of its author. Everything else is a failure. */
function requireTold({ isFork }: Pull, outcomes: readonly unknown[], out: Output): void {
  const failures = outcomes.filter((outcome) => outcome instanceof GeneratorError);
  const isExpected = (failure: GeneratorError) => isFork && isRefusal(failure, 403, /Resource not accessible by integration/i);
  const unexpected = failures.find((failure) => !isExpected(failure));
  if (unexpected !== undefined) throw unexpected;
  const [first] = failures;
  if (first !== undefined) out.complain(`The token may not write on the pull request, so this text is all. ${first.message}\n`);
}

function tellShared({ number, head }: PullRequest, out: Output): void {
  out.complain(
    `Its newest commit, ${short(head)}, is that of the promotion #${number} too, whose gates count. Commit something to it for gates of its own.\n`,
  );
}
