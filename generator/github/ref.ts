import { REF } from "./answers.ts";
import { answer } from "./calls.ts";
import type { GitHub } from "./client.ts";
import { conflict, githubError, isRefusal, refusal } from "./failure.ts";
import { mutate } from "./graphql.ts";

const NOWHERE = "0".repeat(40);

/** Makes the branch; false when it is there already. Of two runs at once, one makes it: this is the lock between them. */
export async function createBranch(github: GitHub, branch: string, commit: string): Promise<boolean> {
  try {
    await answer(github.rest.git.createRef({ ...github.repository, ref: `refs/heads/${branch}`, sha: commit }), REF);
    return true;
  } catch (error) {
    if (isRefusal(error, 422, /Reference already exists/i)) return false;
    throw error;
  }
}

/** The commit of a branch, undefined where there is no such branch. */
export async function headOf(github: GitHub, branch: string): Promise<string | undefined> {
  try {
    const { object } = await answer(github.rest.git.getRef({ ...github.repository, ref: `heads/${branch}` }), REF);
    return object.sha;
  } catch (error) {
    if (isRefusal(error, 404)) return undefined;
    throw error;
  }
}

/**
 * Moves a branch from one commit to another, or to undefined to delete it. Only `updateRefs` of GraphQL compares before it moves, so
 * that a commit pushed at the last moment is never lost (docs.github.com/en/graphql/reference/git#updaterefs); REST does not, so that
 * on a server without it the commit is read right before. Throws a conflict when the branch is elsewhere by now.
 */
export async function moveBranch(github: GitHub, branch: string, from: string, to: string | undefined): Promise<void> {
  const update = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to ?? NOWHERE, force: true };
  const refused = await mutate(github, "updateRefs", { repositoryId: await github.repositoryId(), refUpdates: [update] });
  if (refused === undefined) return;
  const head = await headOf(github, branch);
  if (head === to) return;
  if (head !== from) throw conflict(`The branch ${branch} was moved by somebody else.`);
  if (!refused.isUnknown) throw notAllowed(branch, refused.words);
  await moveByRest(github, branch, to);
}

async function moveByRest(github: GitHub, branch: string, to: string | undefined): Promise<void> {
  const place = { ...github.repository, ref: `heads/${branch}` };
  if (to !== undefined) await answer(github.rest.git.updateRef({ ...place, sha: to, force: true }), REF);
  else await github.rest.git.deleteRef(place);
}

function notAllowed(branch: string, words: string) {
  return githubError({
    code: "E_GITHUB_ACCESS",
    message: `GitHub does not let the branch ${branch} be moved: ${words}`,
    cause: refusal(422, words),
    remedy:
      "Let the token or the App push to the branches that begin with milvus-gitops--, in the branch protection or ruleset.",
  });
}
