import { ancestors, commitsBetween, mergeBase, touches } from "../git/history.ts";
import type { Signature } from "../git/objects.ts";
import { addCommit, commitOf } from "../git/store.ts";
import { changedFiles, commit, commitWithFiles } from "../resources/commit.ts";
import { gitCommit } from "../resources/git.ts";
import { repositoryPage, repositoryUrl } from "../resources/repository.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { page, pageOf } from "../server/pages.ts";
import { notFound, unprocessable } from "../server/refusal.ts";
import { parameter, requireCommit } from "../server/require.ts";
import { now, signatureOf } from "../state/clock.ts";
import { resolveCommit } from "../state/refs.ts";

export const commitRoutes: Routes = {
  "GET /repos/{owner}/{repo}/commits": list,
  "GET /repos/{owner}/{repo}/commits/{ref}": (call) =>
    ok(commitWithFiles(call.state, call.site, requireCommit(call, parameter(call, "ref")))),
  "POST /repos/{owner}/{repo}/git/commits": create,
  "GET /repos/{owner}/{repo}/compare/{basehead}": compare,
};

function list(call: Call): Answer {
  const { state, site, query } = call;
  const head = resolveCommit(state, query.get("sha") ?? state.defaultBranch);
  if (head === undefined) throw notFound();
  const path = query.get("path");
  const found = ancestors(state.store, head).filter((id) => path === null || touches(state.store, id, path.replace(/\/$/, "")));
  return page(call, found, (id) => commit(state, site, id));
}

function create({ state, site, actor, body }: Call): Answer {
  const { message, tree, parents = [], author, committer } = body;
  if (!state.store.trees.has(tree)) throw unprocessable("Tree SHA does not exist");
  if (!parents.every((parent: string) => state.store.commits.has(parent)))
    throw unprocessable("Parent SHA does not exist or is not a commit object");
  const own = signatureOf(actor, now(state));
  const wrote: Signature = { ...own, ...author };
  const sha = addCommit(state.store, { tree, parents, author: wrote, committer: { ...wrote, ...committer }, message });
  return created(gitCommit(state, site, sha));
}

function compare(call: Call): Answer {
  const { state, site, query } = call;
  const [base = "", head = ""] = parameter(call, "basehead")
    .split("...")
    .map((side) => required(call, side));
  const start = mergeBase(state.store, base, head);
  if (start === undefined) throw notFound();
  const [ahead, behind] = [commitsBetween(state.store, base, head).reverse(), commitsBetween(state.store, head, base)];
  const { size, number } = pageOf(query, 100);
  const sha = head;
  return ok({
    ...addresses(call, base, head),
    ...{ base_commit: commit(state, site, base), merge_base_commit: commit(state, site, start) },
    ...{
      status: relation(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
    },
    commits: ahead.slice((number - 1) * size, number * size).map((id) => commit(state, site, id)),
    files: changedFiles(state, site, {
      before: commitOf(state.store, start).tree,
      after: commitOf(state.store, head).tree,
      sha,
    }),
  });
}

function required({ state }: Call, side: string): string {
  const sha = resolveCommit(state, side.replace(`${state.owner}:`, ""));
  if (sha === undefined) throw notFound();
  return sha;
}

function relation(ahead: number, behind: number): "identical" | "ahead" | "behind" | "diverged" {
  if (ahead > 0 && behind > 0) return "diverged";
  if (ahead > 0) return "ahead";
  return behind > 0 ? "behind" : "identical";
}

function addresses({ state, site }: Call, base: string, head: string): object {
  const html = `${repositoryPage(state, site)}/compare/${base}...${head}`;
  const url = `${repositoryUrl(state, site)}/compare/${base}...${head}`;
  return { url, html_url: html, permalink_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` };
}
