import { expect, it } from "vitest";
import { clientOf, jwtOf } from "./client.ts";
import { aGitHub } from "./index.ts";

const OPTIONS = { owner: "acme", repo: "gitops", files: { "a.txt": "" } };

it("gives an App that signs with its key a token for its installation, until it is revoked", async () => {
  const github = await aGitHub(OPTIONS);
  const app = github.app();
  const asApp = clientOf(github, { token: jwtOf(app) });
  const installation = (await asApp("GET installation")).body.id;
  const { token } = (await asApp(`POST /app/installations/${installation}/access_tokens`)).body;
  const send = clientOf(github, { token });
  const start = github.commits()[0];

  const commit = await send("POST git/commits", { message: "", tree: start?.tree });

  expect(commit.body.author.name).toBe("milvus-gitops[bot]");
  expect((await clientOf(github)("GET installation")).status).toBe(401);
  const refused = [jwtOf(app, 900), jwtOf(app, -60), jwtOf({ ...app, appId: "99" }), `${jwtOf(app)}x`];
  expect(
    await Promise.all(refused.map(async (jwt) => (await clientOf(github, { token: jwt })("GET installation")).status)),
  ).toEqual([...[401, 401, 401, 401]]);
  github.revoke("app");
  expect((await send("GET pulls")).status).toBe(401);
});

it("shows the same repository as an Enterprise Server, whose answers know their own addresses and no limits", async () => {
  const github = await aGitHub(OPTIONS);
  const send = clientOf(github, { url: github.enterpriseUrl });

  const { body, headers } = await send("GET git/ref/heads/main");

  expect(body.url).toBe(`${github.url}/api/v3/repos/acme/gitops/git/refs/heads/main`);
  expect([headers.get("x-ratelimit-limit"), headers.get("x-github-enterprise-version")]).toEqual([null, "3.19.0"]);
  const graphql = { query: 'mutation { convertPullRequestToDraft(input: {pullRequestId: "x"}) { clientMutationId } }' };
  const { body: answer } = await clientOf(github)("POST /api/graphql", graphql);
  expect(answer.errors[0].message).toBe("Could not resolve to a node with the global id of 'x'.");
  expect(github.calls()).toEqual(["GET git/ref/heads/main", "POST graphql convertPullRequestToDraft"]);
});
