import { describe, expect, it } from "vitest";
import { clientOf } from "./client.ts";
import { aGitHub } from "./index.ts";

/** main with one file, and the branch `change` that is one commit ahead. */
async function aRepository() {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "a.txt": "a\n" } });
  const first = github.branches().main ?? "";
  const change = github.addCommit("change", { "a.txt": "b\n" }, "Change");
  return { github, send: clientOf(github), first, change, tree: github.commits()[0]?.tree ?? "" };
}

const PULL = { title: "Change", head: "change", base: "main" };

/** The message, and those of the list below it. */
function said({
  status,
  body,
}: {
  readonly status: number;
  readonly body: { message: string; errors?: { message?: string; field?: string }[] };
}) {
  return [status, body.message, ...(body.errors ?? []).map(({ message, field }) => message ?? field)];
}

describe("git", () => {
  it("refuses what GitHub refuses of refs", async () => {
    const { github, send, first, change } = await aRepository();
    const side = github.addCommit("side", { "s.txt": "" }, "Side");
    github.protect("main");
    const post = (ref: string, sha = first) => send("POST git/refs", { ref, sha }).then(said);
    const patch = (branch: string, sha: string, force = false) =>
      send(`PATCH git/refs/heads/${branch}`, { sha, force }).then(said);

    expect(await post("refs/heads/change")).toEqual([422, "Reference already exists"]);
    expect(await post("refs/heads/change/prod")).toEqual([422, "Reference update failed"]);
    expect(await post("refs/heads/two..dots")).toEqual([422, "refs/heads/two..dots is not a valid ref name."]);
    expect(await post("refs/heads/new", "0".repeat(40))).toEqual([422, "Object does not exist"]);
    expect(await patch("change", side)).toEqual([422, "Update is not a fast forward"]);
    expect(await patch("absent", side)).toEqual([422, "Reference does not exist"]);
    expect(await patch("main", change, true)).toEqual([422, "Changes must be made through a pull request."]);
    expect(said(await send("DELETE git/refs/heads/absent"))).toEqual([422, "Reference does not exist"]);
    expect(said(await send("GET git/ref/heads/absent"))).toEqual([404, "Not Found"]);
    expect(github.branches()).toEqual({ main: first, change, side });
    expect((await send("PATCH git/refs/heads/change", { sha: side, force: true })).status).toBe(200);
  });

  it("refuses what GitHub refuses of trees and commits", async () => {
    const { send, tree } = await aRepository();
    const post = (entry: object, base = tree) => send("POST git/trees", { base_tree: base, tree: [entry] }).then(said);
    const file = { path: "new.txt", mode: "100644", type: "blob" };
    const absent = "0".repeat(40);

    expect(await post({ ...file, path: "absent.txt", sha: null })).toEqual([422, "GitRPC::BadObjectState"]);
    expect(await post({ ...file, path: "a/../b", content: "" })).toEqual([
      422,
      "tree.path contains a malformed path component",
    ]);
    expect(await post({ ...file, sha: absent })).toEqual([422, `tree.sha ${absent} is not a valid blob`]);
    expect(await post({ ...file, content: "" }, absent)).toEqual([422, "base_tree is not a valid tree oid"]);
    expect(said(await send("POST git/commits", { message: "", tree: absent }))).toEqual([422, "Tree SHA does not exist"]);
  });
});

describe("pull requests", () => {
  it("are refused as GitHub refuses them", async () => {
    const { github, send } = await aRepository();
    github.addBranch("same");
    const post = (change: object) => send("POST pulls", { ...PULL, ...change }).then(said);

    expect(await post({ head: "absent" })).toEqual([422, "Validation Failed", "head"]);
    expect(await post({ base: "absent" })).toEqual([422, "Validation Failed", "base"]);
    expect(await post({ head: "acme:same" })).toEqual([422, "Validation Failed", "No commits between main and same"]);
    expect(await post({ body: "x".repeat(65_537) })).toEqual([
      422,
      "Validation Failed",
      "body is too long (maximum is 65536 characters)",
    ]);
    expect((await send("POST pulls", { ...PULL, body: "x".repeat(65_536) })).status).toBe(201);
    expect(await post({})).toEqual([422, "Validation Failed", "A pull request already exists for acme:change."]);
    expect(github.pullRequests().map(({ number, branch }) => [number, branch])).toEqual([[1, "change"]]);
  });

  it("take nobody for a review or as assignee who has no access, and not their author", async () => {
    const { github, send } = await aRepository();
    await send("POST pulls", PULL);
    const ask = (body: object) => send("POST pulls/1/requested_reviewers", body).then(said);
    const refusal = [422, expect.stringMatching(/^Reviews may only be requested from collaborators\./)];

    expect(await ask({ reviewers: ["ada", "nobody"] })).toEqual(refusal);
    expect(await ask({ team_reviewers: ["nobodies"] })).toEqual(refusal);
    expect(await ask({ reviewers: ["gitops-bot"] })).toEqual([422, "Review cannot be requested from pull request author."]);
    expect(said(await send("PATCH issues/1", { assignees: ["nobody"] }))).toEqual([422, "Validation Failed", "assignees"]);
    expect(github.pullRequests()[0]).toMatchObject({ reviewers: [], teamReviewers: [], assignees: [] });
  });

  it("are merged only from the head that was meant, once nothing stands against it", async () => {
    const { github, send, change } = await aRepository();
    github.protect("main", { approvals: 1, checks: ["validate"] });
    await send("POST pulls", { ...PULL, draft: true });
    const merge = (sha = change) => send("PUT pulls/1/merge", { sha, merge_method: "squash" });
    const [pull] = [(await send("GET pulls/1")).body];

    expect(said(await merge())).toEqual([405, "Pull Request is still a draft"]);
    await send("POST /graphql", {
      query:
        "mutation($input: MarkPullRequestReadyForReviewInput!) { markPullRequestReadyForReview(input: $input) { clientMutationId } }",
      variables: { input: { pullRequestId: pull.node_id } },
    });
    expect(said(await merge())).toEqual([405, "At least 1 approving review is required by reviewers with write access."]);
    github.approve(1);
    expect(said(await merge())).toEqual([405, 'Required status check "validate" is expected.']);
    github.addCheckRun("change", "validate", "success");
    expect(said(await merge("0".repeat(40)))).toEqual([409, "Head branch was modified. Review and try the merge again."]);
    expect((await merge()).status).toBe(200);
    expect(said(await merge())).toEqual([405, "Pull Request is not mergeable"]);
    expect(github.files()).toEqual({ "a.txt": "b\n" });
    expect(github.commits().map(({ message, parents }) => [message, parents.length])).toEqual([["Change (#1)\n\nChange", 1], ["Start", 0]]); // biome-ignore format: short
  });

  it("with a conflict are not merged", async () => {
    const { github, send } = await aRepository();
    await send("POST pulls", PULL);
    github.addCommit("main", { "a.txt": "c\n" }, "Meanwhile");

    expect((await send("GET pulls/1")).body).toMatchObject({ mergeable: false, mergeable_state: "dirty" });
    expect(said(await send("PUT pulls/1/merge", {}))).toEqual([405, "Pull Request is not mergeable"]);
  });

  it("wait for what is missing before they are merged, but not where nothing is", async () => {
    const { github, send } = await aRepository();
    const { node_id: id } = (await send("POST pulls", PULL)).body;
    const enable = async () =>
      (await send("POST /graphql", { query: `mutation { enablePullRequestAutoMerge(input: {pullRequestId: "${id}", mergeMethod: REBASE}) { clientMutationId } }` }))
        .body.errors?.[0]?.message; // biome-ignore format: one call

    expect(await enable()).toBe("Pull request Protected branch rules not configured for this branch");
    github.protect("main");
    expect(await enable()).toBe("Pull request Pull request is in clean status");
    github.protect("main", { checks: ["validate"] });
    expect(await enable()).toBeUndefined();
    expect(github.pullRequests()[0]).toMatchObject({ autoMerge: "rebase", isMerged: false });
    github.addStatus("change", "validate", "success");
    expect(github.pullRequests()[0]).toMatchObject({ state: "closed", isMerged: true });
    expect(github.files()).toEqual({ "a.txt": "b\n" });
  });

  it("follow their branch while they are open, and close with it", async () => {
    const { github, send, first } = await aRepository();
    await send("POST pulls", PULL);

    const moved = github.addCommit("change", { "b.txt": "" }, "More");
    expect((await send("GET pulls/1")).body).toMatchObject({ head: { sha: moved }, commits: 2, changed_files: 2 });
    await send("PATCH git/refs/heads/change", { sha: first, force: true });
    expect(github.pullRequests()[0]).toMatchObject({ state: "closed", isMerged: false });
    expect(said(await send("PATCH pulls/1", { state: "open" }))[2]).toBe(
      "state cannot be changed. There are no new commits on the change branch.",
    );
    github.addCommit("change", { "c.txt": "" }, "Other");
    expect((await send("POST pulls", PULL)).status).toBe(201);
    await send("DELETE git/refs/heads/change");
    expect(github.pullRequests().map(({ state }) => state)).toEqual(["closed", "closed"]);
  });
});
