import type { Edit } from "../config/edit.ts";
import { shellWords } from "../documents/shell-words.ts";
import type { Finding } from "../errors.ts";
import type { PullRequestDraft } from "../github/publish.ts";
import { blobId } from "../system/git-blobs.ts";
import { isTerminal, type Output } from "./output.ts";
import { draftOf } from "./proposals/draft.ts";
import type { Intent } from "./proposals/intent.ts";
import { planProposals } from "./proposals/plan-proposals.ts";
import type { Proposal } from "./proposals/proposal.ts";
import { reportSent } from "./proposals/report-sent.ts";
import { sayNothing } from "./proposals/say-nothing.ts";
import { exitCodeOf, send } from "./proposals/send.ts";
import { openTarget, type Target, type TargetOptions } from "./proposals/target.ts";
import { treeSources } from "./proposals/tree-sources.ts";
import { undoOf } from "./proposals/undo.ts";
import { badOption, editFiles, editsOf, type ProposeRequest, requestedFiles } from "./propose-edits.ts";
import { reportFindings } from "./report-findings.ts";

export interface ProposeOptions extends ProposeRequest, TargetOptions {}

/**
 * Edits descriptions as they stand on the branch that Argo CD follows, and opens or updates a pull request for each environment. On
 * a terminal, a person who says nothing is asked.
 */
export async function propose(options: ProposeOptions, out: Output): Promise<number> {
  if (isSilent(options) && isTerminal(out)) return (await import("./propose-dialogue.ts")).proposeByDialogue(options, out);
  requireRequest(options);
  const target = await openTarget(options, out);
  return proposeOn(target, options, out);
}

function isSilent({ env = [], platform = false, set = [], unset = [], patch = [] }: ProposeRequest): boolean {
  return env.length + set.length + unset.length + patch.length === 0 && !platform;
}

const WHERE =
  "Name an --env, or --platform for gitops.yaml. With npm, options stand after --: npm run propose -- --env prod --set milvus.version=2.6.20";

/** What is wrong with the request itself is told before anybody looks for credentials. */
function requireRequest(request: ProposeRequest): void {
  const { env = [], platform = false, set = [], unset = [], patch = [] } = request;
  if (env.length === 0 && !platform) throw badOption("It is not said where.", WHERE);
  if (env.length > 0 && platform) throw badOption("--env and --platform are two proposals.", "Make them one after the other.");
  if (set.length + unset.length + patch.length > 0) return void editsOf(request);
  throw badOption("It is not said what should change.", "Use --set path=value, --unset path or --patch file.");
}

async function proposeOn(target: Target, options: ProposeOptions, out: Output): Promise<number> {
  const { findings, drafts } = await draftsOf(target, options, out);
  if (drafts === undefined) return reportFindings(findings, "Nothing was proposed.", out);
  if (drafts.length === 0) return sayNothing(target, out);
  const sent = await send(target, drafts, options, out);
  reportSent(sent, findings, out);
  return exitCodeOf(sent);
}

/** What the request comes to: nothing where the branch says so already, and no drafts where something stands against it. */
export async function draftsOf(
  target: Target,
  request: ProposeRequest,
  out: Pick<Output, "progress">,
): Promise<{ readonly findings: readonly Finding[]; readonly drafts: readonly PullRequestDraft[] | undefined }> {
  const edits = editsOf(request);
  const { written, findings } = editFiles(requestedFiles(request, await treeSources(target.tree)), edits);
  if (findings.length > 0) return { findings, drafts: undefined };
  if (written.size === 0) return { findings, drafts: [] };
  const planned = await planProposals(target.tree, written, out);
  const intent = (proposal: Proposal) => intentOf({ request, edits }, proposal);
  const drafts = planned.proposals?.map((proposal) => draftOf(proposal, intent(proposal), planned.findings));
  return { findings: planned.findings, drafts };
}

interface Asked {
  readonly request: ProposeRequest;
  readonly edits: readonly Edit[];
}

/** The same edits of the same environment are the same intent, whoever asks and however often. */
function intentOf({ request, edits }: Asked, proposal: Proposal): Intent {
  const digest = blobId(Buffer.from(JSON.stringify(edits)), SHA1_LENGTH);
  return {
    kind: "propose",
    source: undefined,
    slug: `propose-${digest.slice(0, 8)}`,
    gates: [],
    undo: undoOf(proposal),
    command: commandOf(request, proposal.name),
    notes: [],
  };
}

const SHA1_LENGTH = 40;

/** For this environment alone, so that the text of its pull request does not depend on the others. */
function commandOf({ platform = false, set = [], unset = [], patch = [] }: ProposeRequest, name: string): string {
  const options = [
    ...(platform ? ["--platform"] : ["--env", name]),
    ...patch.flatMap((path) => ["--patch", path]),
    ...set.flatMap((text) => ["--set", text]),
    ...unset.flatMap((path) => ["--unset", path]),
  ];
  return `npm run propose -- ${shellWords(options)}`;
}
