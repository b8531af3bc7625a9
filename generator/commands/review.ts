import { reviewComment } from "../documents/review-comment.ts";
import { EXIT, GeneratorError } from "../errors.ts";
import { upsertComment } from "../github/comment.ts";
import { compareSides } from "./diff-compare.ts";
import { endSide, startSide } from "./diff-ends.ts";
import { BODY_CHARACTERS, diffValues } from "./diff-report.ts";
import type { Output } from "./output.ts";
import { requireCredentials } from "./proposals/credentials.ts";
import { openRepository, readRepository } from "./proposals/target.ts";
import { passGates } from "./review-gates.ts";

export interface ReviewOptions {
  readonly directory: string;
  readonly pullRequest: number;
  readonly from: string;
  readonly to: string;
  /** With both, the gates of promotions are reported as passed where this is none. */
  readonly branch?: string;
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

/** The token of a pull request from a fork only reads, which is no fault of its author. */
async function tell(options: ReviewOptions, text: string, out: Output): Promise<Commented> {
  const { url } = readRepository(options.directory);
  const github = await openRepository(url, requireCredentials(process.env), out);
  try {
    const comment = await upsertComment(github, options.pullRequest, MARKER, text);
    const { branch, head } = options;
    if (branch !== undefined && head !== undefined) await passGates(github, { branch, commit: head });
    return comment;
  } catch (failure) {
    if (!(failure instanceof GeneratorError) || failure.code !== "E_GITHUB_ACCESS") throw failure;
    out.complain(`The token may not write on the pull request, so this text is all. ${failure.message}\n`);
    return "refused";
  }
}
