import { expect, it } from "vitest";
import { clientOf, jwtOf } from "./client.ts";
import { aGitHub } from "./index.ts";
import { DESCRIPTION } from "./openapi/description.ts";
import { OPERATIONS } from "./server/router.ts";

it("serves the operations that are kept of GitHub's description, and no other", () => {
  expect([...OPERATIONS].sort()).toEqual(Object.keys(DESCRIPTION.operations).sort());
});

it("answers every operation as GitHub describes it", async () => {
  const github = await aGitHub({ owner: "acme", repo: "gitops", files: { "a.txt": "a\n", "dir/b.txt": "b\n" } });
  github.protect("main", { checks: ["validate"] });
  const send = clientOf(github);
  const sendApp = clientOf(github, { token: jwtOf(github.app()) });
  const statuses: [string, number][] = [];
  const call = async (name: string, body?: object) => {
    const reply = await (name.includes("installation") ? sendApp : send)(name, body);
    statuses.push([name.split("?")[0] ?? "", reply.status]);
    return reply.body;
  };
  const commit = await call("GET branches/main");
  await call("GET .");
  await call("GET git/ref/heads/main");
  await call("GET git/matching-refs/heads%2Fm");
  await call(`GET git/trees/${commit.commit.commit.tree.sha}?recursive=1`);
  const blob = await call("POST git/blobs", { content: "bmV3Cg==", encoding: "base64" });
  await call(`GET git/blobs/${blob.sha}`);
  const tree = await call("POST git/trees", {
    base_tree: commit.commit.commit.tree.sha,
    tree: [
      { path: "a.txt", mode: "100644", type: "blob", sha: null },
      { path: "new.txt", mode: "100644", type: "blob", sha: blob.sha },
      { path: "dir/c.txt", mode: "100644", type: "blob", content: "c\n" },
    ],
  });
  const made = await call("POST git/commits", { message: "Change", tree: tree.sha, parents: [commit.commit.sha] });
  await call(`GET git/commits/${made.sha}`);
  await call("POST git/refs", { ref: "refs/heads/change", sha: commit.commit.sha });
  await call("PATCH git/refs/heads/change", { sha: made.sha });
  await call("POST git/refs", { ref: "refs/heads/other", sha: commit.commit.sha });
  await call("DELETE git/refs/heads%2Fother");
  await call("GET commits?sha=change&path=dir&per_page=1");
  await call("GET commits/change");
  await call("GET compare/main...change");
  await call("POST pulls", { title: "Change", head: "change", base: "main", body: "Body", draft: true });
  await call("GET pulls?head=acme:change&state=all&base=main");
  await call("PATCH pulls/1", { title: "Changed" });
  await call("GET pulls/1/commits");
  await call("POST issues/1/labels", { labels: ["gitops"] });
  await call("GET issues/1/labels");
  await call("POST pulls/1/requested_reviewers", { reviewers: ["ada"], team_reviewers: ["sre"] });
  await call("GET pulls/1/requested_reviewers");
  github.approve(1);
  await call("GET pulls/1/reviews");
  await call("POST issues/1/assignees", { assignees: ["grace", "nobody"] });
  await call("PATCH issues/1", { labels: ["gitops", "prod"], assignees: ["ada"] });
  await call("GET issues/1");
  const comment = await call("POST issues/1/comments", { body: "Hello" });
  await call(`PATCH issues/comments/${comment.id}`, { body: "Hello again" });
  await call("GET issues/1/comments");
  await call(`POST statuses/${made.sha}`, { state: "pending", context: "gate/soak", description: "12 h left" });
  await call("GET commits/change/status");
  await call(`GET commits/${made.sha}/statuses`);
  github.addCheckRun("change", "validate", "success");
  github.addCheckRun("change", "test");
  await call("GET commits/change/check-runs");
  const deployment = await call("POST deployments", { ref: "main", environment: "prod", required_contexts: [] });
  await call(`POST deployments/${deployment.id}/statuses`, { state: "success", environment: "prod" });
  await call(`GET deployments/${deployment.id}/statuses`);
  await call("GET deployments?environment=prod&per_page=10");
  await call("GET /rate_limit");
  await call("GET installation");
  await call("POST /app/installations/4242/access_tokens", {});
  const pull = await call("GET pulls/1");
  const graphql = (mutation: string) =>
    call("POST /graphql", { query: `mutation($id: ID!) { ${mutation} }`, variables: { id: pull.node_id } });
  await graphql("markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId }");
  await graphql("convertPullRequestToDraft(input: { pullRequestId: $id }) { clientMutationId }");
  await graphql("markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId }");
  await call("PUT pulls/1/merge", { sha: made.sha, merge_method: "squash" });

  expect(statuses.filter(([, status]) => status >= 300)).toEqual([]);
  expect(github.pullRequests()).toEqual([
    {
      ...{
        number: 1,
        state: "closed",
        isMerged: true,
        isDraft: false,
        title: "Changed",
        body: "Body",
        branch: "change",
        base: "main",
      },
      ...{ head: made.sha, labels: ["gitops", "prod"], reviewers: [], teamReviewers: ["sre"], assignees: ["ada"] },
      ...{ autoMerge: "off", comments: ["Hello again"] },
    },
  ]);
});
