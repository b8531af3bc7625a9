import { addBlob } from "../git/store.ts";
import { gitCommit, gitTree } from "../resources/git.ts";
import { repositoryUrl } from "../resources/repository.ts";
import { nodeId } from "../resources/user.ts";
import { type Answer, type Call, created, ok, type Routes } from "../server/call.ts";
import { notFound, unprocessable } from "../server/refusal.ts";
import { parameter } from "../server/require.ts";
import { resolveCommit } from "../state/refs.ts";

export const objectRoutes: Routes = {
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": readCommit,
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": readTree,
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": readBlob,
  "POST /repos/{owner}/{repo}/git/blobs": createBlob,
};

function readCommit(call: Call): Answer {
  const sha = parameter(call, "commit_sha");
  if (!call.state.store.commits.has(sha)) throw notFound();
  return ok(gitCommit(call.state, call.site, sha));
}

/** The address may name a tree, a commit or a branch. */
function readTree(call: Call): Answer {
  const { state, site, query } = call;
  const name = parameter(call, "tree_sha");
  const commit = resolveCommit(state, name);
  const sha = commit === undefined ? name : (state.store.commits.get(commit)?.tree ?? name);
  if (!state.store.trees.has(sha)) throw notFound();
  // Any value asks for all levels, even 0 and false.
  const isRecursive = query.has("recursive");
  return ok(gitTree(state, site, { sha, isRecursive, limit: isRecursive ? state.treeLimit : Number.POSITIVE_INFINITY }));
}

function readBlob(call: Call): Answer {
  const { state, site } = call;
  const sha = parameter(call, "file_sha");
  const content = state.store.blobs.get(sha);
  if (content === undefined) throw notFound();
  // GitHub breaks the text after each 60 characters.
  const text = content.toString("base64").replace(/.{60}/g, "$&\n");
  const url = `${repositoryUrl(state, site)}/git/blobs/${sha}`;
  return ok({ sha, node_id: nodeId("B", sha), size: content.length, url, content: text, encoding: "base64" });
}

function createBlob({ state, site, body: { content, encoding = "utf-8" } }: Call): Answer {
  if (encoding !== "utf-8" && encoding !== "base64") throw unprocessable(`${encoding} is not a valid encoding.`);
  const sha = addBlob(state.store, Buffer.from(content, encoding === "base64" ? "base64" : "utf8"));
  return created({ url: `${repositoryUrl(state, site)}/git/blobs/${sha}`, sha });
}
