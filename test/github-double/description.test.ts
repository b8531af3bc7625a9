import { describe, expect, it, onTestFinished } from "vitest";
import { clientOf } from "./client.ts";
import { openGitHubDouble } from "./index.ts";
import { checkAnswer } from "./openapi/check.ts";

async function aRepository() {
  const github = await openGitHubDouble({ owner: "acme", repo: "gitops", files: { "a.txt": "" } });
  onTestFinished(() => github.close());
  return { github, send: clientOf(github) };
}

describe("a request", () => {
  it.each([
    ["GET pulls?stat=open", undefined, /knows no parameter stat$/],
    ["GET pulls?state=opened", undefined, /parameter state: .*allowed values/],
    ["GET pulls?per_page=many", undefined, /parameter per_page: .*must be integer/],
    ["POST git/refs", { ref: "refs/heads/a" }, /must have required property 'sha'/],
    ["POST pulls", { title: "", head: "a", base: "main", reviewers: ["ada"] }, /must NOT have additional properties/],
    ["POST git/trees", { tree: [{ path: "a", mode: "644", content: "" }] }, /\/tree\/0\/mode must be equal to one of/],
    ["GET contents/a.txt", undefined, /^the double does not serve GET/],
  ])("that GitHub does not describe is a violation: %s %j", async (call, body, violation) => {
    const { github, send } = await aRepository();

    const { status } = await send(call, body);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(github.violations).toEqual([expect.stringMatching(violation)]);
  });

  it("needs a token, a body that is JSON, and an address that is ours", async () => {
    const { github, send } = await aRepository();
    const stranger = clientOf(github, { token: "guessed" });

    expect((await stranger("GET pulls")).status).toBe(401);
    expect((await send("GET /repos/acme/other/pulls")).status).toBe(404);
    expect(github.violations).toEqual([]);
    github.revoke("token");
    expect((await send("GET pulls")).body.message).toBe("Bad credentials");
  });
});

describe("an answer", () => {
  it.each([
    ["GET /repos/{owner}/{repo}/git/ref/{ref}", { status: 200, body: { ref: 1 } }, /must have required property 'node_id'/],
    ["GET /repos/{owner}/{repo}/pulls", { status: 200, body: [{}] }, /must have required property/],
    ["POST /repos/{owner}/{repo}/git/refs", { status: 200, body: {} }, /GitHub gives no 200 here/],
    ["DELETE /repos/{owner}/{repo}/git/refs/{ref}", { status: 204, body: {} }, /has a body/],
    ["GET /repos/{owner}/{repo}/pulls/{pull_number}", { status: 404, body: { message: 404 } }, /\/message must be string/],
  ])("of %s that GitHub does not describe is a violation", (operation, answer, violation) => {
    expect(checkAnswer(operation, answer)).toEqual([expect.stringMatching(violation)]);
  });
});
