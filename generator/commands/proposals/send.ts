import { EXIT, GeneratorError } from "../../errors.ts";
import { modeOf } from "../../github/changed-files.ts";
import { type PublishResult, type PullRequestDraft, publishAll } from "../../github/publish.ts";
import { writeBranch } from "../../system/git-branch.ts";
import { requireIdentity } from "../../system/git-identity.ts";
import type { NewCommit } from "../../system/git-import.ts";
import type { Side } from "../diff-sides.ts";
import type { Output } from "../output.ts";
import type { Target } from "./target.ts";

/** What became of one draft. */
export interface Sent {
  readonly draft: PullRequestDraft;
  readonly outcome: "opened" | "updated" | "unchanged" | "left-alone" | "overtaken" | "committed" | "printed" | "failed";
  readonly number: number | undefined;
  readonly url: string | undefined;
  readonly head: string | undefined;
  readonly warnings: readonly string[];
  readonly failure: GeneratorError | undefined;
}

export interface SendOptions {
  readonly directory: string;
  readonly dryRun?: boolean;
}

/** Makes a pull request, or a local branch, of each draft; nothing in a dry run. What fails keeps none of the others. */
export async function send(
  target: Target,
  drafts: readonly PullRequestDraft[],
  options: SendOptions,
  out: Pick<Output, "progress">,
): Promise<readonly Sent[]> {
  if (options.dryRun === true) return drafts.map((draft) => ({ ...NOTHING, draft, outcome: "printed" }));
  return target.kind === "github" ? publishDrafts(target, drafts, out) : commitDrafts(target, drafts, options.directory);
}

type LocalTarget = Extract<Target, { kind: "local" }>;

const NOTHING = { number: undefined, url: undefined, head: undefined, warnings: [], failure: undefined } as const;

async function publishDrafts(
  { github, base }: Extract<Target, { kind: "github" }>,
  drafts: readonly PullRequestDraft[],
  out: Pick<Output, "progress">,
): Promise<Sent[]> {
  let count = 0;
  const onDone = () => {
    count += 1;
    out.progress(`${count} of ${drafts.length} pull requests …`);
  };
  const results = await publishAll(github, base, drafts, onDone);
  return drafts.map((draft, index) => sentOf(draft, results[index]));
}

function sentOf(draft: PullRequestDraft, result: PublishResult | undefined): Sent {
  if (result === undefined) throw new Error(`${draft.branch} has no result`);
  if ("failure" in result) return { ...NOTHING, draft, outcome: "failed", failure: result.failure };
  return { ...NOTHING, ...result.published, draft };
}

async function commitDrafts(target: LocalTarget, drafts: readonly PullRequestDraft[], directory: string): Promise<Sent[]> {
  const sent: Sent[] = [];
  await requireIdentity(directory);
  for (const draft of drafts) sent.push(await commitDraft(target, draft, directory));
  return sent;
}

async function commitDraft({ commit: parent, tree }: LocalTarget, draft: PullRequestDraft, directory: string): Promise<Sent> {
  const { branch, commitMessage: message } = draft;
  const files = filesOf(draft, tree);
  try {
    const outcome = await writeBranch(directory, branch, { parent, message, files });
    return { ...NOTHING, draft, outcome };
  } catch (failure) {
    if (!(failure instanceof GeneratorError)) throw failure;
    return { ...NOTHING, draft, outcome: "failed", failure };
  }
}

function filesOf({ files, modes }: PullRequestDraft, { entries }: Side): NewCommit["files"] {
  const fileOf = (path: string, bytes: Uint8Array) => ({ bytes, mode: modeOf(modes.get(path), entries.get(path)) });
  return new Map([...files].map(([path, bytes]) => [path, bytes && fileOf(path, bytes)]));
}

/** Of all together: 5 where some are done and some are not, and else what all of them stand for. */
export function exitCodeOf(sent: readonly Sent[]): number {
  return codeOfAll(codesOf(sent));
}

export function codesOf(sent: readonly Sent[]): readonly number[] {
  return sent.map(({ outcome, failure }) => failure?.exitCode ?? (outcome === "left-alone" ? EXIT.check : EXIT.done));
}

export function codeOfAll(codes: readonly number[]): number {
  const [first = EXIT.done] = codes;
  return codes.every((code) => code === first) ? first : EXIT.partial;
}
