import type { GitHub } from "./client.ts";
import { listPulls } from "./pull.ts";

export interface PullRequest {
  readonly number: number;
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly title: string;
  readonly url: string;
  /** The commit that the branch ends with. */
  readonly head: string;
  readonly state: "open" | "closed";
  readonly isMerged: boolean;
  readonly labels: readonly string[];
}

/** Those of this repository's branches with the prefix into a branch, oldest first. */
export async function pullRequests(
  github: GitHub,
  query: { readonly state: "open" | "closed" | "all"; readonly branchPrefix: string; readonly base: string },
): Promise<readonly PullRequest[]> {
  const { state, branchPrefix, base } = query;
  const pulls = await listPulls(github, { state, base });
  return pulls.filter(({ branch }) => branch.startsWith(branchPrefix)).map(withoutDetails);
}

function withoutDetails({ number, branch, base, title, url, head, state, isMerged, labels }: PullRequest): PullRequest {
  return { number, branch, base, title, url, head, state, isMerged, labels };
}
