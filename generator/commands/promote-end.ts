import type { GateValues } from "../documents/pull-request-values.ts";
import { GeneratorError } from "../errors.ts";
import { type CleanedUp, cleanUp } from "../github/clean-up.ts";
import { everyGate } from "./gates/every-gate.ts";
import type { GitHubTarget } from "./gates/reports.ts";
import type { LookedAt } from "./promote-look.ts";
import type { Ground } from "./promote-plan.ts";
import type { Failed } from "./promote-report.ts";
import { tellGates } from "./promote-send.ts";
import { BRANCH_PREFIX } from "./proposals/intent.ts";

export interface Ended {
  readonly failures: readonly Failed[];
  /** Undefined where it was not tried, or could not begin. */
  readonly cleanedUp: CleanedUp | undefined;
}

/** Closes what is stale, and tells the gates of what stays as it is, so that nobody waits for them and nothing merges by old ones. */
export async function endOthers(target: GitHubTarget, { config }: Ground, looked: readonly LookedAt[]): Promise<Ended> {
  const autoMerge = config.platform.pullRequests?.autoMerge ?? "off";
  const tidied = await settled(`${BRANCH_PREFIX}*`, () => tidy(target, looked));
  const [cleanedUp, failures] = "value" in tidied ? [tidied.value, tidied.value.failures] : [undefined, [tidied]];
  const told: (Failed | { readonly value: unknown })[] = [];
  for (const one of looked) {
    const gates = gatesOf(one, cleanedUp);
    const { branch, head, number } = one.pullRequest;
    const tell = () => tellGates(target.github, { head, number, isOurs: false }, { gates, autoMerge });
    if (gates.length > 0) told.push(await settled(branch, tell));
  }
  return { failures: [...failures, ...told.filter((one) => "failure" in one)], cleanedUp };
}

/** None for what is made anew, closed, or could not be looked at. */
function gatesOf({ pullRequest, verdict }: LookedAt, cleanedUp: CleanedUp | undefined): readonly GateValues[] {
  if (cleanedUp?.kept.includes(pullRequest.branch) === true) return LEFT_OVER;
  return verdict.kind === "refused" ? verdict.gates : [];
}

const LEFT_OVER = everyGate(
  "failed",
  "Nothing is left to promote here, but a person has committed to it. Close it, or propose it from a branch of another name.",
);

function tidy({ github }: GitHubTarget, looked: readonly LookedAt[]): Promise<CleanedUp> {
  const stale = looked.filter(({ verdict }) => verdict.kind === "stale").map(({ pullRequest }) => pullRequest.number);
  return cleanUp(github, { branchPrefix: BRANCH_PREFIX, isStale: ({ number }) => stale.includes(number) });
}

async function settled<T>(branch: string, action: () => Promise<T>): Promise<{ readonly value: T } | Failed> {
  try {
    return { value: await action() };
  } catch (failure) {
    if (!(failure instanceof GeneratorError)) throw failure;
    return { branch, failure };
  }
}
