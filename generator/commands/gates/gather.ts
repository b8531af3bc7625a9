import { type PullRequest, pullRequests } from "../../github/pull-requests.ts";
import { checksOf } from "../../github/statuses.ts";
import type { Gates } from "../../model/environment.ts";
import { BRANCH_PREFIX, branchName } from "../proposals/intent.ts";
import type { Target } from "../proposals/target.ts";
import type { GateFacts, GitHubFacts, Report } from "./facts.ts";
import { type GitHubTarget, type Place, reportsOf } from "./reports.ts";

/** What is asked about. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly asked: Gates;
  readonly isReporting: boolean;
}

/** Facts for the gates of any number of promotions; what two of them ask is asked once. */
export function factsFrom(target: Target, place: Place): (question: Question) => Promise<GateFacts> {
  if (target.kind === "local") return async (question) => ({ ...question, github: undefined });
  const reports = remembered((environment: string) => reportsOf(target, environment, place));
  const open = remembered(() =>
    pullRequests(target.github, { state: "open", branchPrefix: BRANCH_PREFIX, base: target.base.name }),
  );
  return async (question) => ({ ...question, github: await gather(target, question, { reports, open }) });
}

interface Readers {
  readonly reports: (environment: string) => Promise<readonly Report[]>;
  readonly open: (key: "") => Promise<readonly PullRequest[]>;
}

async function gather(target: GitHubTarget, question: Question, readers: Readers): Promise<GitHubFacts> {
  const { from, to, asked } = question;
  const isAsked = asked.health === "required" || asked.soakSeconds > 0 || asked.checks.length > 0;
  const reports = isAsked ? await readers.reports(from) : [];
  const checked = checkedCommit(target, question, reports);
  const checks = checked === undefined || asked.checks.length === 0 ? new Map() : await checksOf(target.github, checked);
  return { reports, checked, checks, rollbacks: rollbacksOf(await readers.open(""), [from, to]) };
}

/**
 * What runs, as Argo CD says. Where nobody asks Argo CD, and it has said nothing or is no longer to say anything, what is to run: a commit
 * that nobody would ever report must not be waited for.
 */
function checkedCommit({ base }: GitHubTarget, { asked, isReporting }: Question, [newest]: readonly Report[]) {
  if (newest?.isCurrent === true && newest.state === "success") return newest.commit;
  const isArgoAsked = asked.health === "required" || asked.soakSeconds > 0;
  return !isArgoAsked && (newest === undefined || !isReporting) ? base.commit : undefined;
}

function rollbacksOf(open: readonly PullRequest[], environments: readonly string[]): number[] {
  const prefixes = environments.map((name) => branchName(name, "rollback-"));
  return open.filter(({ branch }) => prefixes.some((prefix) => branch.startsWith(prefix))).map(({ number }) => number);
}

/** What failed is asked anew for the next who asks. */
function remembered<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}
