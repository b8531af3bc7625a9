import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { GeneratorError } from "../../generator/errors.ts";
import { readBranch } from "../../generator/github/branch.ts";
import type { GitHubOptions } from "../../generator/github/client.ts";
import { mutate } from "../../generator/github/graphql.ts";
import { publish } from "../../generator/github/publish.ts";
import { aGitHub, type Fault, type GitHubDouble } from "../github-double/index.ts";
import { aDraft, connect, REPOSITORY } from "./setting.ts";

/** What a person is told when the branch is read. */
async function told(double: GitHubDouble, options: Partial<GitHubOptions> = {}): Promise<Record<string, unknown>> {
  try {
    await readBranch(await connect(double, options), "main");
    return {};
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error;
    const { code, exitCode, message, remedy } = error;
    return { code, exitCode, message, remedy };
  }
}

describe("an App", () => {
  it.each([
    ["that is looked up", undefined, ["GET installation", "POST app/installations/4242/access_tokens"]],
    ["whose installation is known", 4242, ["POST app/installations/4242/access_tokens"]],
  ])("%s opens the pull request as itself", async (_, installationId, first) => {
    const double = await aGitHub(REPOSITORY);
    const { appId, privateKey } = double.app();
    const github = await connect(double, {
      credentials: { appId, privateKey: privateKey.replaceAll("\n", "\\n"), installationId },
    });

    await publish(github, await readBranch(github, "main"), aDraft());

    expect(double.calls().slice(0, first.length)).toEqual(first);
    expect(double.commits(aDraft().branch)[0]?.author).toMatch(/\[bot\]$/);
    expect(double.pullRequests()).toHaveLength(1);
  });

  it.each([
    ["not a key", "not a key"],
    ["a key of another kind", generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString()],
  ])("with %s is told so, without the key", async (_, privateKey) => {
    const double = await aGitHub(REPOSITORY);

    const failure = await told(double, { credentials: { appId: "1", privateKey, installationId: 1 } });

    expect(failure).toMatchObject({
      code: "E_GITHUB_TOKEN",
      exitCode: 4,
      message: "The private key of the GitHub App is not an RSA key in PEM form.",
    });
    expect(double.calls()).toEqual([]);
  });
});

describe("an Enterprise Server", () => {
  it("is called below /api/v3, and its GraphQL below /api/graphql", async () => {
    const double = await aGitHub(REPOSITORY);
    double.protect("main", { approvals: 1 });
    const github = await connect(double, { apiUrl: `${double.enterpriseUrl}/` });

    const { warnings } = await publish(github, await readBranch(github, "main"), aDraft({ autoMerge: "merge" }));

    expect(warnings).toEqual([]);
    expect(double.pullRequests()).toMatchObject([{ autoMerge: "merge", labels: ["promotion"] }]);
    expect(double.requests.map(({ target }) => target.split("/").slice(1, 3).join("/"))).toEqual(
      double.requests.map(({ call }) => (call.includes("graphql") ? "api/graphql" : "api/v3")),
    );
  });
});

describe("credentials", () => {
  it.each(["", "with space", "ghp_secret\n", "ghp_sécret"])(
    "that cannot be a token are refused before a call, and not shown: %j",
    async (token) => {
      const double = await aGitHub(REPOSITORY);

      const failure = await told(double, { credentials: { token } });

      expect(failure).toMatchObject({
        code: "E_GITHUB_TOKEN",
        message: "The token is empty, or has a space or a line break in it.",
      });
      expect(double.calls()).toEqual([]);
    },
  );

  it.each(["http://api.github.com", "http://10.0.0.1/api/v3", "ftp://localhost", "api.github.com"])(
    "do not go to %s",
    async (apiUrl) => {
      const double = await aGitHub(REPOSITORY);

      expect(await told(double, { apiUrl })).toMatchObject({
        code: "E_GITHUB",
        message: "The address of GitHub's API is not an https address.",
      });
    },
  );

  it("that GitHub does not know are told without them, wherever one looks", async () => {
    const double = await aGitHub(REPOSITORY);
    const github = await connect(double, { credentials: { token: "ghp_0123456789secret" } });

    const error = await readBranch(github, "main").catch((failure: unknown) => failure);

    expect(error).toMatchObject({
      code: "E_GITHUB_TOKEN",
      exitCode: 4,
      message: "GitHub answered GET /repos/acme/gitops/branches/main with 401: Bad credentials.",
    });
    const whole = [error, (error as Error).cause].map((one) => `${(one as Error).stack} ${JSON.stringify(one)}`).join();
    expect(whole).not.toContain("secret");
  });
});

describe("a refusal", () => {
  const CASES: readonly (readonly [Fault["answer"], object])[] = [
    [
      403,
      {
        code: "E_GITHUB_ACCESS",
        remedy:
          "The token or the App needs contents: write, pull requests: write and, for labels, issues: write on the repository.",
      },
    ],
    [
      {
        status: 403,
        headers: { "x-accepted-github-permissions": "contents=read" },
        body: { message: "Resource not accessible by personal access token" },
      },
      {
        code: "E_GITHUB_ACCESS",
        message:
          "GitHub answered GET /repos/acme/gitops/branches/main with 403: Resource not accessible by personal access token.",
        remedy: "The call needs: contents=read. Give that to the token or the App and run again.",
      },
    ],
    [
      {
        status: 403,
        headers: { "x-github-sso": "required; url=https://github.com/orgs/acme/sso?x=1" },
        body: { message: "Resource protected by organization SAML enforcement." },
      },
      {
        code: "E_GITHUB_ACCESS",
        remedy: "The organisation wants the token authorised for single sign-on: open https://github.com/orgs/acme/sso?x=1",
      },
    ],
    [
      404,
      {
        code: "E_GITHUB_ACCESS",
        remedy: "It does not exist, or the credentials may not see it. Check repository.url and repository.branch.",
      },
    ],
    [451, { code: "E_GITHUB_ACCESS" }],
    [
      { status: 422, body: { message: "Line one\n\u001b[31mred\u202e", errors: [{ field: "head", code: "invalid" }, "text"] } },
      {
        code: "E_GITHUB",
        message: "GitHub answered GET /repos/acme/gitops/branches/main with 422: Line one [31mred: head invalid: text.",
      },
    ],
    [
      502,
      {
        code: "E_GITHUB",
        message: "GitHub answered GET /repos/acme/gitops/branches/main with 502.",
        remedy: "Run the same command again later: it goes on where it stopped.",
      },
    ],
    ["html", { code: "E_GITHUB", message: "The answer for /repos/acme/gitops/branches/main is not one that GitHub gives." }],
    [
      "wrong-shape",
      { code: "E_GITHUB", message: "The answer for /repos/acme/gitops/branches/main is not one that GitHub gives." },
    ],
    [
      "redirect-loop",
      { code: "E_GITHUB_ACCESS", message: "GitHub redirects GET /repos/acme/gitops/branches/main to another address (302)." },
    ],
    [
      "reset",
      {
        code: "E_GITHUB",
        message: expect.stringMatching(/^GitHub cannot be reached: .+ \(GET \/repos\/acme\/gitops\/branches\/main\)\.$/),
      },
    ],
  ];

  it.each(CASES)("is told with what to do: %j", async (answer, expected) => {
    const double = await aGitHub(REPOSITORY);
    double.fault({ on: "*", when: "before", answer, times: Number.POSITIVE_INFINITY });

    expect(await told(double)).toMatchObject({ exitCode: 4, ...expected });
  });

  it.each([
    [502, 4],
    ["reset", 4],
    ["redirect-loop", 1],
    ["html", 1],
    [409, 1],
    [404, 1],
  ] as const)("is met by so many calls: %s", async (answer, calls) => {
    const double = await aGitHub(REPOSITORY);
    double.fault({ on: "*", when: "before", answer, times: Number.POSITIVE_INFINITY });

    await told(double);

    expect(double.calls()).toHaveLength(calls);
  });

  it("is a time limit, once, when GitHub keeps silent", async () => {
    const double = await aGitHub(REPOSITORY);
    double.fault({ on: "*", when: "before", answer: "hang", times: 9 });
    const github = await connect(double, {}, { timeLimitMilliseconds: 100 });

    await expect(readBranch(github, "main")).rejects.toThrow(
      "GitHub did not answer GET /repos/acme/gitops/branches/main within 0.1 s.",
    );
    expect(double.calls()).toHaveLength(1);
  });
});

describe("a rate limit", () => {
  it.each(["secondary-limit", "secondary-limit-429", "primary-limit", 429] as const)(
    "that is short is waited for: %s",
    async (answer) => {
      const double = await aGitHub(REPOSITORY);
      const now = Date.now();
      double.fault({ on: "*", when: "before", answer, times: 2, retryAfterSeconds: 20, resetsAt: new Date(now + 20_000) });
      const waits: Date[] = [];

      expect(await told(double, { onWait: (resumesAt) => waits.push(resumesAt) })).toEqual({});

      expect(waits).toHaveLength(2);
      for (const wait of waits) expect(Math.abs(wait.getTime() - now - 20_000)).toBeLessThan(8000);
    },
  );

  it.each(["secondary-limit", "secondary-limit-429", "primary-limit", 429] as const)(
    "that is long ends the run and says when it resumes: %s",
    async (answer) => {
      const double = await aGitHub(REPOSITORY);
      const resetsAt = new Date(Date.now() + 900_000);
      double.fault({ on: "*", when: "before", answer, retryAfterSeconds: 900, resetsAt });

      const { code, message, remedy } = await told(double);

      expect({ code, remedy }).toEqual({
        code: "E_RATE_LIMIT",
        remedy: "Run the same command again after that: what is done is not done twice.",
      });
      const [, time = ""] = /It resumes at (\S+Z)\.$/.exec(String(message)) ?? [];
      expect(Math.abs(Date.parse(time) - resetsAt.getTime())).toBeLessThan(8000);
      expect(double.calls()).toHaveLength(1);
    },
  );

  it.each([true, false])("of GraphQL comes with 200, and is waited for too (paced: %s)", async (isPaced) => {
    const double = await aGitHub(REPOSITORY);
    const body = { data: null, errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] };
    double.fault({ on: "POST graphql*", when: "before", answer: { status: 200, headers: { "retry-after": "7" }, body } });
    const waits: Date[] = [];
    const github = await connect(double, { isPaced, onWait: (resumesAt) => waits.push(resumesAt) });

    const refused = await mutate(github, "convertPullRequestToDraft", { pullRequestId: "PR_none" });

    expect(refused?.words).toContain("Could not resolve to a node");
    expect(waits).toHaveLength(1);
  });

  it("without a hint is a minute, then two, then four", async () => {
    const double = await aGitHub(REPOSITORY);
    const now = Date.now();
    const answer = { status: 403, headers: {}, body: { message: "You have exceeded a secondary rate limit." } };
    double.fault({ on: "*", when: "before", answer, times: 3 });
    const waits: number[] = [];

    await told(double, {
      longestWaitSeconds: 600,
      onWait: (resumesAt) => waits.push(Math.round((resumesAt.getTime() - now) / 60_000)),
    });

    expect(waits).toEqual([1, 2, 4]);
  });

  it("is reckoned by GitHub's clock, whatever this one says", async () => {
    const double = await aGitHub(REPOSITORY);
    const theirs = Date.parse("2031-05-05T05:05:05Z");
    const headers = {
      date: new Date(theirs).toUTCString(),
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": `${theirs / 1000 + 30}`,
    };
    double.fault({ on: "*", when: "before", answer: { status: 403, headers, body: { message: "API rate limit exceeded" } } });
    const now = Date.now();
    const waits: number[] = [];

    await told(double, { onWait: (resumesAt) => waits.push(resumesAt.getTime() - now) });

    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(29_000);
    expect(waits[0]).toBeLessThan(40_000);
  });
});
