import { describe, expect, it } from "vitest";
import { runProgram } from "../support/run.ts";
import { clientOf } from "./client.ts";
import { aGitHub, FAULTS } from "./index.ts";

const OPTIONS = { owner: "acme", repo: "gitops", files: { "a.txt": "a\n" } };

/** What a client gets to see: the status and the text, or that it got nothing whole. */
async function seen(github: { readonly url: string; readonly token: string }, branch: string, sha: string): Promise<unknown[]> {
  const request = {
    method: "POST",
    headers: { authorization: `Bearer ${github.token}`, "user-agent": "test" },
    body: JSON.stringify({ ref: `refs/heads/${branch}`, sha }),
    redirect: "manual" as const,
    signal: AbortSignal.timeout(1000),
  };
  try {
    const response = await fetch(`${github.url}/repos/acme/gitops/git/refs`, request);
    return [response.status, (await response.text()).slice(0, 20)];
  } catch (error) {
    return [error instanceof Error && error.name === "TimeoutError" ? "no answer" : "broken"];
  }
}

const EXPECTED: Readonly<Record<string, unknown[]>> = {
  "secondary-limit": [403, '{"message":"You have'],
  "secondary-limit-429": [429, '{"message":"You have'],
  "primary-limit": [403, '{"message":"API rate'],
  reset: ["broken"],
  hang: ["no answer"],
  html: [200, "<!DOCTYPE html><html"],
  "wrong-shape": [200, '{"result":["unexpect'],
  "redirect-loop": [302, '{"message":"Moved"}'],
  cut: ["broken"],
  "headers-only": ["broken"],
  slow: [201, '{"ref":"refs/heads/n'],
};

describe("a fault", () => {
  it.each(FAULTS)("$when with $answer leaves the effect or not, and is told to the client once", async ({ when, answer }) => {
    const github = await aGitHub(OPTIONS);
    const main = github.branches().main ?? "";
    const fault = github.fault({ on: "POST git/refs", nth: 2, when, answer });

    expect((await seen(github, "one", main))[0]).toBe(201);
    expect(await seen(github, "new", main)).toEqual(
      typeof answer === "number" ? [answer, expect.any(String)] : EXPECTED[answer],
    );
    expect((await seen(github, "two", main))[0]).toBe(201);

    expect(Object.keys(github.branches())).toEqual(when === "before" ? ["main", "one", "two"] : ["main", "new", "one", "two"]);
    expect(fault.hits()).toBe(1);
    expect(github.requests.map(({ isFaulted }) => isFaulted)).toEqual([false, true, false]);
  });

  it("says when a limit ends, in the headers that GitHub uses", async () => {
    const github = await aGitHub(OPTIONS);
    const send = clientOf(github);
    github.fault({ on: "GET branches/*", when: "before", answer: "primary-limit", resetsAt: new Date(1_800_000_000_000) });
    github.fault({
      on: /^GET pulls/,
      when: "before",
      answer: "secondary-limit",
      retryAfterSeconds: 7,
      times: Number.POSITIVE_INFINITY,
    });

    const { headers } = await send("GET branches/main");

    expect(["remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`))).toEqual(["0", "1800000000"]);
    expect((await send("GET branches/main")).headers.get("x-ratelimit-remaining")).toBe("4998");
    expect([(await send("GET pulls")).headers.get("retry-after"), (await send("GET pulls/1")).status]).toEqual(["7", 403]);
  });
});

describe("meanwhile", () => {
  it("lets a person act when a call has come in and has had no effect yet", async () => {
    const github = await aGitHub(OPTIONS);
    const send = clientOf(github);
    const change = github.addCommit("change", { "b.txt": "" }, "Ours");
    const next = await send("POST git/commits", { message: "Next", tree: github.commits(change)[0]?.tree, parents: [change] });
    github.meanwhile("PATCH git/refs/heads/change", () => github.addCommit("change", { "b.txt": "theirs" }, "Theirs"));

    const moved = await send("PATCH git/refs/heads/change", { sha: next.body.sha });

    expect([moved.status, moved.body.message]).toEqual([422, "Update is not a fast forward"]);
    expect(github.files("change")).toEqual({ "a.txt": "a\n", "b.txt": "theirs" });
  });
});

describe("lag", () => {
  it("hides a new pull request from lists and follow-ups, and the new place of a ref from reads", async () => {
    const github = await aGitHub(OPTIONS);
    const send = clientOf(github);
    const before = github.addCommit("change", { "b.txt": "1" }, "One");
    github.lag({ pullRequests: 1, lists: 2, refs: 1 });
    await send("POST pulls", { title: "Change", head: "change", base: "main" });
    const after = github.addCommit("change", { "b.txt": "2" }, "Two");
    const lists = async () => (await send("GET pulls")).body.length;
    const label = async () => (await send("POST issues/1/labels", { labels: ["gitops"] })).status;
    const read = async () => (await send("GET git/ref/heads/change")).body.object.sha;

    expect([await lists(), await lists(), await lists()]).toEqual([0, 0, 1]);
    expect([await label(), await label()]).toEqual([422, 200]);
    expect([await read(), await read()]).toEqual([before, after]);
  });
});

it("serves processes too, and writes down what they asked", async () => {
  const github = await aGitHub(OPTIONS);
  const program = `fetch(process.argv[1] + "/repos/acme/gitops/pulls?state=all", { headers: { authorization: "token " + process.argv[2] } })
    .then(async (response) => console.log(response.status, await response.text()));`;

  expect(await runProgram(".", process.execPath, "-e", program, github.url, github.token)).toBe("200 []\n");
  expect(github.requests).toEqual([
    {
      ...{ call: "GET pulls", method: "GET", target: "/repos/acme/gitops/pulls?state=all", query: { state: "all" } },
      ...{ body: undefined, status: 200, isFaulted: false },
    },
  ]);
});
