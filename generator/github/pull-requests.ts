import type { GitHub } from "./client.ts";
import { listPulls } from "./pull.ts";

export interface PullRequest {
  readonly number: number;
  readonly branch: string;
  readonly title: string;
  readonly url: string;
  /** The commit that the branch ends with. */
  readonly head: string;
  readonly state: "open" | "closed";
  readonly isMerged: boolean;
  readonly labels: readonly string[];
}

/** Those of this repository's branches with the prefix, oldest first. */
export async function pullRequests(
  github: GitHub,
  { state, branchPrefix }: { readonly state: "open" | "closed" | "all"; readonly branchPrefix: string },
): Promise<readonly PullRequest[]> {
  const pulls = await listPulls(github, { state });
  return pulls.filter(({ branch }) => branch.startsWith(branchPrefix)).map(withoutDetails);
}

function withoutDetails({ number, branch, title, url, head, state, isMerged, labels }: PullRequest): PullRequest {
  return { number, branch, title, url, head, state, isMerged, labels };
}
